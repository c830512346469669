package dev.heapwright.maven.project.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A use of a plugin in a module: an execution, or a run from the command line, which uses the configuration of the
 * plugin as a whole.
 *
 * @param plugin its artifactId, for the log
 * @param phase that the execution is bound to; empty if it is the goals' default, and for the command line
 * @param goals that the execution runs; empty for the command line
 * @param configuration including what it inherits
 */
public record PluginUse(String plugin, String phase, Set<String> goals, PluginConfiguration configuration) {
    private static final String UNBOUND = "none";

    /** Copies the goals. */
    public PluginUse {
        goals = Set.copyOf(goals);
    }

    /**
     * {@return the uses of a plugin, none if the module does not have it; executions bound to phase {@code none} do not
     * count, and if there are no others the plugin is disabled}
     *
     * @param project the module
     * @param key groupId and artifactId, separated by a colon
     */
    public static List<PluginUse> of(MavenProject project, String key) {
        List<PluginUse> uses = new ArrayList<>();
        for (Plugin plugin : project.getBuildPlugins()) {
            if (plugin.getKey().equals(key)) {
                List<PluginExecution> bound = plugin.getExecutions().stream()
                        .filter(execution -> !UNBOUND.equals(execution.getPhase()))
                        .toList();
                bound.forEach(execution -> uses.add(use(plugin, execution)));
                if (!bound.isEmpty() || plugin.getExecutions().isEmpty()) {
                    uses.add(new PluginUse(
                            plugin.getArtifactId(), "", Set.of(), PluginConfiguration.of(plugin.getConfiguration())));
                }
            }
        }
        return uses;
    }

    private static PluginUse use(Plugin plugin, PluginExecution execution) {
        @Nullable String phase = execution.getPhase();
        return new PluginUse(
                plugin.getArtifactId(),
                phase == null ? "" : phase,
                Set.copyOf(execution.getGoals()),
                PluginConfiguration.of(execution.getConfiguration()));
    }

    /**
     * {@return whether it is an execution that runs that goal}
     *
     * @param goal its name, without the plugin's prefix
     */
    public boolean runs(String goal) {
        return goals.contains(goal);
    }
}
