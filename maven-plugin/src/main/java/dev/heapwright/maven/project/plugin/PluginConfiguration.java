package dev.heapwright.maven.project.plugin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's configuration, read by path: {@code archive/manifest/mainClass}, where {@code *} stands for an element of
 * any name.
 */
public final class PluginConfiguration {
    private final List<Xpp3Dom> roots;

    private PluginConfiguration(List<Xpp3Dom> roots) {
        this.roots = roots;
    }

    /**
     * {@return the configuration in Maven's model, which is empty if there is none}
     *
     * @param configuration of a plugin or of an execution, in an effective model
     */
    public static PluginConfiguration of(@Nullable Object configuration) {
        return new PluginConfiguration(configuration instanceof Xpp3Dom root ? List.of(root) : List.of());
    }

    /**
     * {@return whether a value is set: it is not blank, and contains no unresolved expression}
     *
     * @param value of a configuration or a property, if there is one
     */
    public static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank() && !value.contains("${");
    }

    /**
     * {@return the values that are set at a path, stripped, in the order of the configuration}
     *
     * @param path of elements below the root
     */
    public List<String> values(String path) {
        return elements(path)
                .map(Xpp3Dom::getValue)
                .filter(PluginConfiguration::isSet)
                .map(String::strip)
                .toList();
    }

    /**
     * {@return what is configured within each element at a path, empty ones included}
     *
     * @param path of elements below the root
     */
    public Stream<PluginConfiguration> below(String path) {
        return elements(path).map(PluginConfiguration::of);
    }

    /**
     * {@return where the first element at a path is, if that is known}
     *
     * @param path of elements below the root
     */
    public Optional<PomElement> place(String path) {
        return elements(path)
                .flatMap(each -> PomElement.of(each.getInputLocation(), each.getName()).stream())
                .findFirst();
    }

    private Stream<Xpp3Dom> elements(String path) {
        Stream<Xpp3Dom> elements = roots.stream();
        for (String name : path.split("/", -1)) {
            elements = elements.flatMap(
                    parent -> Stream.of(name.equals("*") ? parent.getChildren() : parent.getChildren(name)));
        }
        return elements;
    }

    /**
     * {@return the first value that is set at a path}
     *
     * @param path of elements below the root
     */
    public Optional<String> value(String path) {
        return values(path).stream().findFirst();
    }
}
