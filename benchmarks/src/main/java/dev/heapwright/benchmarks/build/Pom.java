package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The common parts of the POMs of generated reactors. */
final class Pom {
    private Pom() {}

    /**
     * {@return the POM of a module}
     *
     * @param parent artifactId of the reactor's POM
     * @param name its artifactId
     * @param properties its own element for properties; may be empty
     * @param dependencies elements for {@code dependencies}
     */
    static String module(String parent, String name, String properties, List<String> dependencies) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>com.acme</groupId>
                    <artifactId>%s</artifactId>
                    <version>1</version>
                  </parent>
                  <artifactId>%s</artifactId>
                %s
                  <dependencies>
                %s
                  </dependencies>
                </project>
                """.formatted(parent, name, properties, String.join("\n", dependencies));
    }

    /** {@return elements for {@code modules}} */
    static String modules(Stream<String> names) {
        return names.map(name -> "    <module>" + name + "</module>").collect(Collectors.joining("\n"));
    }

    /** Writes a file of a project, and creates its folders. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** {@return an element for {@code dependencies}; without a version if that is empty} */
    static String dependency(String group, String artifact, String version) {
        return "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>"
                .formatted(group, artifact, version.isEmpty() ? "" : "<version>" + version + "</version>");
    }

    /** {@return the same from {@code group:artifact} or {@code group:artifact:version}} */
    static String dependency(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        return dependency(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }
}
