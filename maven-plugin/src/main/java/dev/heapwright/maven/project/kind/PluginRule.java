package dev.heapwright.maven.project.kind;

import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * What to look for where a module uses a plugin.
 *
 * @param plugin groupId and artifactId, with a colon between them
 * @param skip the parameter that switches a use of the plugin off
 * @param skipProperty the property of that parameter, if it has one; else empty
 * @param looks in the order in which they are told
 */
record PluginRule(String plugin, String skip, String skipProperty, List<Look> looks) {

    PluginRule {
        looks = List.copyOf(looks);
    }

    static PluginRule of(String plugin, Look... looks) {
        return new PluginRule(plugin, "skip", "", List.of(looks));
    }

    /** {@return this rule, for a plugin that can also be switched off by a property} */
    PluginRule skippedBy(String property) {
        return new PluginRule(plugin, skip, property, looks);
    }

    /** {@return this rule, for a plugin whose parameter has another name than all others have} */
    PluginRule skippedBy(String property, String parameter) {
        return new PluginRule(plugin, parameter, property, looks);
    }

    /** {@return the signs in the uses of the plugin that are not skipped} */
    List<Sign> signs(MavenProject project) {
        List<Sign> signs = new ArrayList<>();
        List<PluginUse> uses = PluginUse.of(project, plugin).stream()
                .filter(use -> !skips(use, project))
                .toList();
        for (Look look : looks) {
            uses.forEach(use -> signs.addAll(look.at(use, project)));
        }
        return signs;
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
