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
 * The measured Maven and the Heapwright that it uses: this module's profile has put them beside the jar.
 *
 * @param version of Heapwright
 */
record BuiltMaven(MavenRun maven, String version) {
    /**
     * {@return the installed Maven}
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
                        "must be run from the jar, which contains the version"));
    }

    private static Path home(Path folder) throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            List<Path> all = homes.toList();
            if (all.size() != 1) {
                throw new IOException("expected exactly one Maven in " + folder + ": " + all);
            }
            return all.get(0);
        }
    }

    /** The settings of the integration tests: artifacts in the user's local repository need not be downloaded again. */
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
