package dev.heapwright.maven.project.kind;

import dev.heapwright.core.link.Kind;
import dev.heapwright.linker.build.KindEvidence;
import dev.heapwright.maven.project.plugin.PluginConfiguration;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Decides by one aspect of a plugin's use whether it is evidence for a kind. */
@FunctionalInterface
interface EvidenceRule {
    /**
     * {@return the evidence that was found}
     *
     * @param use the use
     * @param project the module that has it
     */
    List<KindEvidence> at(PluginUse use, MavenProject project);

    /** {@return a rule for a main class at a path of the configuration} */
    static EvidenceRule mainClass(String path) {
        return (use, project) -> when(
                use.configuration().value(path).isPresent(),
                Kind.APPLICATION,
                "a main class is configured in " + use.plugin());
    }

    /** {@return a rule for a main class in a property of the module, which the plugin reads} */
    static EvidenceRule property(String name) {
        return (use, project) -> when(
                PluginConfiguration.isSet(project.getProperties().getProperty(name)),
                Kind.APPLICATION,
                "the property " + name + " is set");
    }

    /** {@return a rule for an execution of a goal that builds something executable, and finds the main class itself} */
    static EvidenceRule runs(String goal) {
        return (use, project) -> when(use.runs(goal), Kind.APPLICATION, use.plugin() + " runs " + goal);
    }

    /** {@return a rule for what the plugin builds from the module, if the use does so} */
    static EvidenceRule makes(Kind kind, String product, Predicate<PluginUse> sign) {
        return (use, project) -> when(sign.test(use), kind, use.plugin() + " makes " + product);
    }

    /** {@return this rule, restricted to certain uses} */
    default EvidenceRule where(Predicate<PluginUse> condition) {
        return (use, project) -> condition.test(use) ? at(use, project) : List.of();
    }

    /** {@return this rule followed by another} */
    default EvidenceRule and(EvidenceRule other) {
        return (use, project) -> Stream.concat(at(use, project).stream(), other.at(use, project).stream())
                .toList();
    }

    private static List<KindEvidence> when(boolean found, Kind kind, String reason) {
        return found ? List.of(new KindEvidence(kind, reason)) : List.of();
    }
}
