package dev.heapwright.maven.project;

import dev.heapwright.maven.project.plugin.PluginUse;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Whether the tests of a module run on the module path. There, surefire makes them part of the named module, for which
 * service files are ignored, so glue of the tests is not found.
 */
public final class TestModulePath {
    private static final String SUREFIRE = "org.apache.maven.plugins:maven-surefire-plugin";
    private static final String DECLARATION = "module-info.java";

    private TestModulePath() {}

    /**
     * {@return whether they do: the module is named, and surefire is not configured to use the class path}
     *
     * @param module the module, with what it inherits
     * @param userProperties those from the command line
     */
    public static boolean isUsed(MavenProject module, Properties userProperties) {
        return SourceSet.MAIN.sourceRoots(module).stream()
                        .anyMatch(root -> Files.isRegularFile(root.resolve(DECLARATION)))
                && configured(module, userProperties).allMatch(Boolean::parseBoolean);
    }

    /**
     * The configuration takes precedence over the property, and a property from the command line over the one in the
     * POM.
     */
    private static Stream<String> configured(MavenProject module, Properties userProperties) {
        String property = Optional.ofNullable(userProperties.getProperty("surefire.useModulePath"))
                .or(() -> Optional.ofNullable(module.getProperties().getProperty("surefire.useModulePath")))
                .orElse("true");
        List<PluginUse> uses = PluginUse.of(module, SUREFIRE);
        return uses.isEmpty()
                ? Stream.of(property)
                : uses.stream()
                        .map(use -> use.configuration().value("useModulePath").orElse(property));
    }
}
