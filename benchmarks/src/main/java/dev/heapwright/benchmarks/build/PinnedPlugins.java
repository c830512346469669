package dev.heapwright.benchmarks.build;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The versions of the plugins in generated projects, independent of the Maven version. */
final class PinnedPlugins {
    private static final Map<String, String> VERSIONS = new TreeMap<>(Map.of(
            "maven-clean-plugin", "3.5.0",
            "maven-compiler-plugin", "3.14.1",
            "maven-dependency-plugin", "3.9.0",
            "maven-enforcer-plugin", "3.6.2",
            "maven-install-plugin", "3.2.0",
            "maven-jar-plugin", "3.5.1",
            "maven-resources-plugin", "3.5.0",
            "maven-surefire-plugin", "3.6.1"));

    private PinnedPlugins() {}

    /** {@return elements for a {@code pluginManagement}} */
    static String xml() {
        return VERSIONS.entrySet().stream()
                .map(plugin ->
                        "        <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>%s</artifactId><version>%s</version></plugin>"
                                .formatted(plugin.getKey(), plugin.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
