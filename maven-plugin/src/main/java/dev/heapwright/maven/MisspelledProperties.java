package dev.heapwright.maven;

import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.build.BuildCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Finds properties that look like one of the plugin's own: Maven ignores what no plugin asks for, so that a misspelled one
 * would have no effect, and nobody would know. Properties of the same prefix that look like none are somebody else's.
 */
final class MisspelledProperties {
    /** What the names of the plugin's properties begin with. */
    static final String PREFIX = "heapwright.";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{heapwright\\.([A-Za-z.]+)}");

    private MisspelledProperties() {}

    /**
     * {@return a warning for each that has not been reported in this build: all modules may have the same}
     *
     * @param plugin with the properties that there are
     * @param cache of the build
     * @param sources of properties: the command line, the module
     */
    static List<Diagnostic> warnings(PluginDescriptor plugin, BuildCache cache, ParameterSources sources) {
        List<String> known = known(plugin);
        List<Diagnostic> warnings = new ArrayList<>();
        for (Properties source : List.of(sources.commandLine(), sources.module().getProperties())) {
            for (String property : new TreeSet<>(source.stringPropertyNames())) {
                String name = property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : "";
                if (!name.isEmpty() && !known.contains(name)) {
                    UnknownName.nearest(name, known)
                            .filter(near -> cache.mark("misspelled:" + property))
                            .ifPresent(near -> warnings.add(sources.markProperty(warning(property, near), property)));
                }
            }
        }
        return warnings;
    }

    /** {@return the properties that a plugin asks for, without their prefix} */
    private static List<String> known(PluginDescriptor plugin) {
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                Matcher property = EXPRESSION.matcher(parameter.getValue(""));
                if (property.matches()) {
                    known.add(property.group(1));
                }
            }
        }
        return List.copyOf(known);
    }

    private static Diagnostic warning(String property, String near) {
        return Diagnostic.warning(
                        DiagnosticId.INVALID_CONFIGURATION,
                        "the property %s has no effect; did you mean %s?".formatted(property, PREFIX + near))
                .withHelp("write " + PREFIX + near);
    }
}
