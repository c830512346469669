package dev.heapwright.maven.project;

import dev.heapwright.maven.project.plugin.PluginConfiguration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Determines the Java release that a module is compiled for, in the same way as the compiler plugin: its
 * {@code release}, else its {@code target}, each as configured or else from its property; a property from the command
 * line takes precedence over the one in the POM.
 */
public final class TargetRelease {
    /**
     * The release of a module that does not specify one, or not in a readable way: the default of the compiler plugin
     * since 3.11. Earlier versions had an older default, and version 4 uses the release of the compiling JDK, which is
     * unknown here. With this value, the module is not linked to anything that needs a newer Java than it has.
     */
    public static final int DEFAULT = 8;

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    private final MavenProject project;
    private final Properties userProperties;
    private final PluginConfiguration configuration;

    private TargetRelease(MavenProject project, Properties userProperties, String execution) {
        this.project = project;
        this.userProperties = userProperties;
        this.configuration = configuration(project.getPlugin(COMPILER), execution);
    }

    /**
     * {@return the release that the module's main classes are compiled for, such as 17; or {@link #DEFAULT}}
     *
     * @param project the module, with what it inherits
     * @param userProperties those from the command line
     */
    public static int of(MavenProject project, Properties userProperties) {
        return new TargetRelease(project, userProperties, "default-compile").first("release", "target");
    }

    /**
     * {@return the release that the module's tests are compiled for, which is that of its main classes unless they have
     * their own}
     *
     * @param project the module, with what it inherits
     * @param userProperties those from the command line
     */
    public static int ofTests(MavenProject project, Properties userProperties) {
        return new TargetRelease(project, userProperties, "default-testCompile")
                .first("testRelease", "release", "testTarget", "target");
    }

    /** The execution's configuration, into which that of the plugin as a whole is merged. */
    private static PluginConfiguration configuration(@Nullable Plugin compiler, String execution) {
        if (compiler == null) {
            return PluginConfiguration.of(null);
        }
        @Nullable PluginExecution compilation = compiler.getExecutionsAsMap().get(execution);
        return PluginConfiguration.of(
                compilation == null ? compiler.getConfiguration() : compilation.getConfiguration());
    }

    private int first(String... parameters) {
        return Stream.of(parameters)
                .flatMap(name -> parameter(name).stream())
                .findFirst()
                .map(TargetRelease::read)
                .orElse(DEFAULT);
    }

    private Optional<String> parameter(String name) {
        String property = "maven.compiler." + name;
        return configuration
                .value(name)
                .or(() -> set(userProperties.getProperty(property)))
                .or(() -> set(project.getProperties().getProperty(property)));
    }

    private static Optional<String> set(@Nullable String property) {
        return Optional.ofNullable(property).filter(PluginConfiguration::isSet).map(String::strip);
    }

    /** Reads {@code 17}, and the old form {@code 1.8}. */
    private static int read(String release) {
        String number = release.startsWith("1.") ? release.substring(2) : release;
        return number.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(number) : DEFAULT;
    }
}
