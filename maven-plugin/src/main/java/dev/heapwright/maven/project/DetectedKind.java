package dev.heapwright.maven.project;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What a module produces, and how that was found out.
 *
 * @param kind the kind
 * @param reason for the log
 */
public record DetectedKind(Kind kind, String reason) {

    /**
     * Finds out. What is configured goes first; then, a main class makes an application.
     *
     * @param configured the name of a kind, if the user has configured one
     * @param project the module, with what it inherits
     * @return the kind
     * @throws RefusedException if no kind has that name
     */
    public static DetectedKind of(@Nullable String configured, MavenProject project) throws RefusedException {
        if (configured != null && !configured.isBlank()) {
            Kind kind = Kind.of(configured.strip()).orElse(null);
            if (kind == null) {
                throw new RefusedException(List.of(
                        Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, "there is no kind '" + configured + "'")
                                .withHelp("set kind to application or library, or leave it out to have it detected")));
            }
            return new DetectedKind(kind, "configured");
        }
        if (project.getProperties().getProperty("exec.mainClass") != null) {
            return new DetectedKind(Kind.APPLICATION, "the property exec.mainClass is set");
        }
        return project.getBuildPlugins().stream()
                .filter(DetectedKind::hasMainClass)
                .map(Plugin::getArtifactId)
                .sorted()
                .findFirst()
                .map(plugin -> new DetectedKind(Kind.APPLICATION, "a main class is configured in " + plugin))
                .orElseGet(() -> new DetectedKind(Kind.LIBRARY, "no main class is configured"));
    }

    private static boolean hasMainClass(Plugin plugin) {
        Predicate<Xpp3Dom> mainClass = switch (plugin.getKey()) {
            case "org.apache.maven.plugins:maven-jar-plugin" ->
                configuration -> has(configuration, "archive", "manifest", "mainClass")
                        || has(configuration, "archive", "manifestEntries", "Main-Class");
            case "org.codehaus.mojo:exec-maven-plugin" -> configuration -> has(configuration, "mainClass");
            default -> configuration -> false;
        };
        return configurations(plugin).stream().anyMatch(mainClass);
    }

    private static List<Xpp3Dom> configurations(Plugin plugin) {
        java.util.stream.Stream<Object> all = java.util.stream.Stream.concat(
                java.util.stream.Stream.ofNullable(plugin.getConfiguration()),
                plugin.getExecutions().stream()
                        .flatMap(execution -> Optional.ofNullable(execution.getConfiguration()).stream()));
        return all.filter(Xpp3Dom.class::isInstance).map(Xpp3Dom.class::cast).toList();
    }

    private static boolean has(Xpp3Dom configuration, String... path) {
        Xpp3Dom node = configuration;
        for (String name : path) {
            node = node == null ? null : node.getChild(name);
        }
        return node != null && node.getValue() != null && !node.getValue().isBlank();
    }

    /**
     * {@return for the log: {@code application (a main class is configured in maven-jar-plugin)}}
     */
    @Override
    public String toString() {
        return kind + " (" + reason + ")";
    }
}
