package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.build.BuildCache;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;

class MisspelledPropertiesTest {
    private static final BuildCache BUILD = BuildCache.inMemory();

    @Test
    void oneThatNearlyIsAPropertyOfThePluginIsToldOnceInABuild() throws Exception {
        List<String> expected = List.of("""
                [Heapwright/InvalidConfiguration] the property heapwright.alocator has no effect; did you mean heapwright.allocator?
                    set by -Dheapwright.alocator=none
                  help: write heapwright.allocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""");
        assertEquals(expected, warnings(Map.of("heapwright.alocator", "none")));
        assertEquals(List.of(), warnings(Map.of("heapwright.alocator", "none")));
    }

    @Test
    void othersAreSomebodyElses() throws Exception {
        assertEquals(
                List.of(),
                warnings(Map.of(
                        "heapwright.allocator", "none",
                        "heapwright.version", "1",
                        "heapwright.checked.exit", "3",
                        "heapwright.", "",
                        "alocator", "none")));
    }

    private static List<String> warnings(Map<String, String> properties) throws Exception {
        PlexusConfiguration parameters = new DefaultPlexusConfiguration("configuration");
        for (String each : List.of("allocator", "kind", "checked")) {
            parameters.addChild(each, "${heapwright." + each + "}");
        }
        parameters.addChild("project", "${project}");
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setGoal("bind");
        mojo.setMojoConfiguration(parameters);
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.addMojo(mojo);
        Properties user = new Properties();
        user.putAll(properties);
        return MisspelledProperties.warnings(plugin, BUILD, new ParameterSources(new MavenProject(), null, user))
                .stream()
                .map(DiagnosticRenderer::render)
                .toList();
    }
}
