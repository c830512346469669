package dev.heapwright.maven.project.kind;

import dev.heapwright.core.link.Kind;
import dev.heapwright.linker.build.KindEvidence;
import dev.heapwright.maven.project.plugin.PluginConfiguration;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Finds out whether exec-maven-plugin starts the module, by a main class or by a command that has its class path. It also
 * starts tools for the build, such as code generators, which make no program of the module.
 */
final class ExecutedClasses {
    static final String PLUGIN = "org.codehaus.mojo:exec-maven-plugin";

    /** In which a program is not complete, and what is started makes something for the build. */
    private static final Set<String> TOOL_PHASES = Set.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes");

    private ExecutedClasses() {}

    static List<KindEvidence> evidence(PluginUse use, MavenProject project) {
        Optional<String> mainClass = use.configuration().value("mainClass");
        if (isTool(use)
                || mainClass.filter(name -> isOfTool(name, use, project)).isPresent()) {
            return List.of();
        } else if (mainClass.isPresent()) {
            return List.of(new KindEvidence(Kind.APPLICATION, "a main class is configured in " + use.plugin()));
        }
        return hasClassPath(use.configuration())
                ? List.of(new KindEvidence(Kind.APPLICATION, use.plugin() + " runs a command with its class path"))
                : List.of();
    }

    private static boolean isTool(PluginUse use) {
        PluginConfiguration configuration = use.configuration();
        return TOOL_PHASES.contains(use.phase())
                || configuration.values("includePluginDependencies").contains("true")
                || configuration.values("includeProjectDependencies").contains("false")
                || configuration.value("executableDependency/artifactId").isPresent();
    }

    /** What is configured for the plugin as a whole may be meant for such an execution, which has it from there. */
    private static boolean isOfTool(String mainClass, PluginUse use, MavenProject project) {
        return use.goals().isEmpty()
                && PluginUse.of(project, PLUGIN).stream()
                        .filter(ExecutedClasses::isTool)
                        .anyMatch(
                                tool -> tool.configuration().values("mainClass").contains(mainClass));
    }

    private static boolean hasClassPath(PluginConfiguration configuration) {
        return configuration.below("arguments/classpath").findAny().isPresent()
                || configuration.below("arguments/modulepath").findAny().isPresent()
                || Stream.concat(
                                configuration.values("arguments/*").stream(),
                                configuration.values("commandlineArgs").stream())
                        .anyMatch(argument -> argument.contains("%classpath") || argument.contains("%modulepath"));
    }
}
