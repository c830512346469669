package dev.heapwright.maven.project.kind;

import dev.heapwright.core.link.Kind;
import dev.heapwright.maven.project.plugin.PluginConfiguration;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** A look at one use of a plugin, for a sign of one sort. */
@FunctionalInterface
interface Look {
    /**
     * {@return the signs that are there}
     *
     * @param use the use
     * @param project the module that has it
     */
    List<Sign> at(PluginUse use, MavenProject project);

    /** {@return a look for a main class at a path of the configuration} */
    static Look mainClass(String path) {
        return (use, project) -> when(
                use.configuration().value(path).isPresent(),
                Kind.APPLICATION,
                "a main class is configured in " + use.plugin());
    }

    /** {@return a look for a main class in a property of the module, which the plugin reads} */
    static Look property(String name) {
        return (use, project) -> when(
                PluginConfiguration.isSet(project.getProperties().getProperty(name)),
                Kind.APPLICATION,
                "the property " + name + " is set");
    }

    /** {@return a look for an execution of a goal that makes something that is started, and finds the main class} */
    static Look runs(String goal) {
        return (use, project) -> when(use.runs(goal), Kind.APPLICATION, use.plugin() + " runs " + goal);
    }

    /** {@return a look for what the plugin makes of the module, if the use is one that makes it} */
    static Look makes(Kind kind, String product, Predicate<PluginUse> sign) {
        return (use, project) -> when(sign.test(use), kind, use.plugin() + " makes " + product);
    }

    /** {@return this look, at uses of one sort only} */
    default Look where(Predicate<PluginUse> condition) {
        return (use, project) -> condition.test(use) ? at(use, project) : List.of();
    }

    /** {@return this look and then another} */
    default Look and(Look other) {
        return (use, project) -> Stream.concat(at(use, project).stream(), other.at(use, project).stream())
                .toList();
    }

    private static List<Sign> when(boolean found, Kind kind, String reason) {
        return found ? List.of(new Sign(kind, reason)) : List.of();
    }
}
