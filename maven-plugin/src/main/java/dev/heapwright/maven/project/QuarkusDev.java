package dev.heapwright.maven.project;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Warns if {@code quarkus:dev} would not find the glue. It has one class loader for dependencies and one for the
 * application, which it recreates after each change. The glue belongs to the application, so the heap has to be
 * reloaded together with it.
 *
 * @see <a href="https://quarkus.io/guides/class-loading-reference">Quarkus: Class Loading Reference</a>
 */
public final class QuarkusDev {
    private static final Set<String> PLUGINS =
            Set.of("io.quarkus:quarkus-maven-plugin", "io.quarkus.platform:quarkus-maven-plugin");
    private static final String KEY = "quarkus.class-loading.reloadable-artifacts";
    private static final List<String> KEYS = List.of(KEY, "%dev." + KEY);
    private static final String HEAP = "dev.heapwright:heapwright-heap";

    /** Only properties files are read: if another kind of file configures this, it is assumed to be correct. */
    private static final List<String> OTHER_FILES = List.of("application.yaml", "application.yml");

    private QuarkusDev() {}

    /**
     * {@return the warning, if there is one}
     *
     * @param module an application that has its own glue
     * @throws IOException if its configuration cannot be read
     */
    public static List<Diagnostic> warnings(MavenProject module) throws IOException {
        if (module.getBuildPlugins().stream().noneMatch(plugin -> PLUGINS.contains(plugin.getKey()))) {
            return List.of();
        }
        List<Path> folders = module.getResources().stream()
                .map(resource -> Path.of(resource.getDirectory()))
                .toList();
        for (Path folder : folders) {
            if (isReloaded(folder)) {
                return List.of();
            }
        }
        Path file = folders.get(0).resolve("application.properties");
        return List.of(Diagnostic.warning(
                        DiagnosticId.NOT_BOUND,
                        "quarkus:dev loads the heap in another class loader than this application, so it is not bound")
                .at(new Location.File(file.toString()))
                .withDetail("required: " + KEY + " contains " + HEAP)
                .withHelp("add it, so that the heap is loaded with the application:")
                .withHelp(KEY + "=" + HEAP));
    }

    private static boolean isReloaded(Path folder) throws IOException {
        for (String name : OTHER_FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains("reloadable-artifacts")) {
                return true;
            }
        }
        Properties properties = properties(folder.resolve("application.properties"));
        return KEYS.stream()
                .flatMap(key -> Stream.of(properties.getProperty(key, "").split(",")))
                .anyMatch(artifact -> artifact.strip().equals(HEAP));
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream text = Files.newInputStream(file)) {
                properties.load(text);
            } catch (IllegalArgumentException malformed) {
                // Quarkus itself reports where the syntax error is.
                return new Properties();
            }
        }
        return properties;
    }
}
