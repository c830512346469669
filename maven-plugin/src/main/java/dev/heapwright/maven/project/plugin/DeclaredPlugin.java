package dev.heapwright.maven.project.plugin;

import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as a module's POMs declare and configure it for a goal, if they do.
 *
 * @param module that has or inherits it
 * @param plugin the declaration; null if the module does not have the plugin
 * @param configurations those of the executions of the goal, then that of the plugin as a whole
 */
public record DeclaredPlugin(MavenProject module, @Nullable Plugin plugin, List<PluginConfiguration> configurations) {

    /**
     * {@return a plugin of a module}
     *
     * @param module with what it inherits
     * @param key groupId and artifactId, separated by a colon
     * @param goal whose configuration counts
     */
    public static DeclaredPlugin of(MavenProject module, String key, String goal) {
        return new DeclaredPlugin(
                module,
                module.getPlugin(key),
                PluginUse.of(module, key).stream()
                        .filter(use -> use.goals().isEmpty() || use.runs(goal))
                        .map(PluginUse::configuration)
                        .toList());
    }

    /**
     * {@return the values that are set at a path in any of the configurations}
     *
     * @param path of elements below the root
     */
    public List<String> values(String path) {
        return configurations.stream()
                .flatMap(each -> each.values(path).stream())
                .toList();
    }

    /**
     * {@return whether there is an element at a path}
     *
     * @param path of elements below the root
     */
    public boolean has(String path) {
        return configurations.stream()
                .anyMatch(each -> each.below(path).findAny().isPresent());
    }

    /**
     * {@return a problem at the first element that there is, else at the plugin's declaration; if no POM has one of them,
     * unchanged}
     *
     * @param problem that speaks of it
     * @param paths of elements below the root of the configuration
     */
    public Diagnostic mark(Diagnostic problem, String... paths) {
        Optional<PomElement> declaration =
                Optional.ofNullable(plugin).flatMap(each -> PomElement.of(each.getLocation(""), "plugin"));
        return element(paths)
                .or(() -> declaration)
                .map(each -> each.mark(problem, module))
                .orElse(problem);
    }

    /**
     * {@return a problem at the first element that there is; if there is none, unchanged}
     *
     * @param problem that speaks of it
     * @param paths of elements below the root of the configuration
     */
    public Diagnostic markElement(Diagnostic problem, String... paths) {
        return element(paths).map(each -> each.mark(problem, module)).orElse(problem);
    }

    private Optional<PomElement> element(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> configurations.stream().flatMap(each -> each.place(path).stream()))
                .findFirst();
    }
}
