package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The Maven that is measured and the Heapwright that it builds with: what the profile of this module has put beside the
 * jar.
 *
 * @param version of Heapwright
 */
record BuiltMaven(MavenRun maven, String version) {
    /**
     * {@return what there is}
     *
     * @param folder of the suite: Heapwright is in the local repository {@code repository} in it, and Maven in the folder
     *     {@code maven} beside it
     */
    static BuiltMaven beside(Path folder) throws IOException {
        MavenRun maven =
                new MavenRun(home(folder.resolveSibling("maven")), folder.resolve("repository"), settings(folder));
        return new BuiltMaven(
                maven,
                Objects.requireNonNull(
                        BuiltMaven.class.getPackage().getImplementationVersion(),
                        "run from the jar: it has the version"));
    }

    private static Path home(Path folder) throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            List<Path> all = homes.toList();
            if (all.size() != 1) {
                throw new IOException("not one Maven in " + folder + ": " + all);
            }
            return all.get(0);
        }
    }

    /** The settings of the integration tests: what the user's local repository has need not be fetched again. */
    private static Path settings(Path folder) throws IOException {
        Path local = Path.of(System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
        try (InputStream template =
                Objects.requireNonNull(BuiltMaven.class.getResourceAsStream("settings.xml"), "settings.xml")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@localRepositoryUrl@", local.toUri().toString());
            return Files.writeString(folder.resolve("settings.xml"), text);
        }
    }
}
