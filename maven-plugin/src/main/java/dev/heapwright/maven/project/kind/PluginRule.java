package dev.heapwright.maven.project.kind;

import dev.heapwright.linker.build.KindEvidence;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * The evidence to look for in the uses of a plugin.
 *
 * @param plugin groupId and artifactId, separated by a colon
 * @param skip the parameter that disables a use of the plugin
 * @param skipProperty the property of that parameter, if it has one; else empty
 * @param rules in the order of precedence in the log
 */
record PluginRule(String plugin, String skip, String skipProperty, List<EvidenceRule> rules) {

    PluginRule {
        rules = List.copyOf(rules);
    }

    static PluginRule of(String plugin, EvidenceRule... rules) {
        return new PluginRule(plugin, "skip", "", List.of(rules));
    }

    /** {@return this rule, for a plugin that can also be disabled by a property} */
    PluginRule skippedBy(String property) {
        return new PluginRule(plugin, skip, property, rules);
    }

    /** {@return this rule, for a plugin whose parameter has an unusual name} */
    PluginRule skippedBy(String property, String parameter) {
        return new PluginRule(plugin, parameter, property, rules);
    }

    /** {@return the evidence in the uses of the plugin that are not skipped} */
    List<KindEvidence> evidence(MavenProject project) {
        List<KindEvidence> evidence = new ArrayList<>();
        List<PluginUse> uses = PluginUse.of(project, plugin).stream()
                .filter(use -> !skips(use, project))
                .toList();
        for (EvidenceRule rule : rules) {
            uses.forEach(use -> evidence.addAll(rule.at(use, project)));
        }
        return evidence;
    }

    private boolean skips(PluginUse use, MavenProject project) {
        return Stream.concat(
                        use.configuration().value(skip).stream(),
                        Stream.ofNullable(project.getProperties().getProperty(skipProperty)))
                .findFirst()
                .map(Boolean::parseBoolean)
                .orElse(false);
    }
}
