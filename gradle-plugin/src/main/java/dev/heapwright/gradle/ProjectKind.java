package dev.heapwright.gradle;

import dev.heapwright.core.link.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradle.api.Project;
import org.gradle.jvm.tasks.Jar;

/** Finds the evidence for the kind of a project: its plugins, and the manifest of its jar. */
final class ProjectKind {
    private static final Map<Kind, List<String>> PLUGINS = Map.of(
            Kind.HOSTED, List.of("war", "java-gradle-plugin"),
            Kind.APPLICATION, List.of("application", "org.springframework.boot"),
            Kind.BUNDLE, List.of("com.gradleup.shadow", "com.github.johnrengelman.shadow"));

    private static final Map<Kind, List<String>> ATTRIBUTES = Map.of(
            Kind.HOSTED, List.of("Premain-Class", "Agent-Class", "Launcher-Agent-Class"),
            Kind.APPLICATION, List.of("Main-Class"));

    private ProjectKind() {}

    /** {@return the reason for each kind for which there is evidence} */
    static Map<Kind, String> evidence(Project project) {
        Set<String> manifest = project.getTasks()
                .named("jar", Jar.class)
                .get()
                .getManifest()
                .getAttributes()
                .keySet();
        Map<Kind, String> found = new EnumMap<>(Kind.class);
        ATTRIBUTES.forEach((kind, names) -> names.stream()
                .filter(manifest::contains)
                .forEach(name -> found.put(kind, "the jar's manifest has " + name)));
        PLUGINS.forEach((kind, ids) -> ids.stream()
                .filter(project.getPluginManager()::hasPlugin)
                .forEach(id -> found.put(kind, "the plugin " + id + " is applied")));
        return found;
    }
}
