package dev.heapwright.maven.project.kind;

import dev.heapwright.maven.project.plugin.PluginConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Finds what a command line asks to be started. It makes no application of a module: the next build may be without, and its
 * outcome must not depend on that.
 */
public final class CommandLineStart {
    /** Properties that name the class to start. */
    private static final List<String> MAIN_CLASSES =
            List.of("exec.mainClass", "mainClass", "spring-boot.run.main-class", "javafx.mainClass");

    /** Goals that start a module, or make something of it that is started, by the prefix of their plugin. */
    private static final Map<String, Set<String>> GOALS = Map.of(
            "exec", Set.of("exec", "java"),
            "javafx", Set.of("run"),
            "jib", Set.of("build", "buildTar", "dockerBuild"),
            "quarkus", Set.of("dev", "run"),
            "scala", Set.of("run"),
            "spring-boot", Set.of("build-image", "run", "start"));

    private CommandLineStart() {}

    /**
     * {@return what starts the modules, as clauses: {@code the command line runs exec:java}}
     *
     * @param goals phases and goals, as the command line has them
     * @param userProperties those from the command line
     */
    public static List<String> reasons(List<String> goals, Properties userProperties) {
        List<String> reasons = new ArrayList<>();
        MAIN_CLASSES.stream()
                .filter(name -> PluginConfiguration.isSet(userProperties.getProperty(name)))
                .map(name -> "the command line sets " + name)
                .forEach(reasons::add);
        goals.stream()
                .filter(CommandLineStart::starts)
                .map(goal -> "the command line runs " + goal)
                .forEach(reasons::add);
        return reasons;
    }

    /** Reads {@code exec:java}, {@code exec:java@id} and {@code org.codehaus.mojo:exec-maven-plugin:3.5.1:java}. */
    private static boolean starts(String goal) {
        List<String> parts = Arrays.asList(goal.replaceFirst("@.*", "").split(":", -1));
        if (parts.size() < 2) {
            return false;
        }
        String plugin = parts.get(parts.size() == 2 ? 0 : 1).replaceFirst("-maven-plugin$", "");
        return GOALS.getOrDefault(plugin, Set.of()).contains(parts.get(parts.size() - 1));
    }
}
