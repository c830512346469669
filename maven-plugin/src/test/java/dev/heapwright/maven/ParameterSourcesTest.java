package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.maven.testing.EffectiveModels;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class ParameterSourcesTest {
    private static final EffectiveModels MODELS = EffectiveModels.start();
    private static final Diagnostic UNKNOWN = Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, "unknown kind");
    private static final String NOTHING = "";
    private static final String PLUGIN = """
            <build>
              <plugins>
                <plugin>
                  <groupId>dev.heapwright</groupId>
                  <artifactId>heapwright-maven-plugin</artifactId>
                  <configuration>
                    <kind>aplication</kind>
                  </configuration>
                </plugin>
              </plugins>
            </build>""";
    private static final String PROPERTY = """
            <properties>
              <heapwright.kind>aplication</heapwright.kind>
            </properties>""";

    @Test
    void aParameterInThePomIsWhereItsElementBegins() throws Exception {
        assertEquals(UNKNOWN.at(at(14, 9)), marked(MODELS.module(PLUGIN), new Properties()));
    }

    @Test
    void whatAParentConfiguresIsInItsPomAndTheTextSaysSo() throws Exception {
        assertEquals(
                UNKNOWN.at(at(14, 9)).withDetail("inherited from com.acme:level1:1"),
                marked(MODELS.module(NOTHING, PLUGIN), new Properties()));
    }

    @Test
    void aPropertyOfAPomIsWhereItsElementBegins() throws Exception {
        assertEquals(UNKNOWN.at(at(9, 3)), marked(MODELS.module(PROPERTY), new Properties()));
        assertEquals(
                UNKNOWN.at(at(9, 3)).withDetail("inherited from com.acme:level1:1"),
                marked(MODELS.module(NOTHING, PROPERTY), new Properties()));
    }

    @Test
    void theCommandLineHasPrecedenceOverAPropertyButNotOverAParameter() throws Exception {
        Properties given = new Properties();
        given.setProperty("heapwright.kind", "aplication");
        assertEquals(UNKNOWN.withDetail("set by -Dheapwright.kind=aplication"), marked(MODELS.module(PROPERTY), given));
        assertEquals(UNKNOWN.at(at(14, 9)), marked(MODELS.module(PLUGIN), given));
    }

    @Test
    void whatNothingConfiguresHasNoPlace() throws Exception {
        assertEquals(UNKNOWN, marked(MODELS.module(NOTHING), new Properties()));
    }

    @Test
    void onlyAProblemWithTheValueSpeaksOfTheParameter() throws Exception {
        Diagnostic other = Diagnostic.error(DiagnosticId.TWO_ALLOCATORS, "two");
        ParameterSources sources = sources(MODELS.module(PLUGIN), new Properties());
        DiagnosticException thrown = assertThrows(
                DiagnosticException.class,
                () -> sources.read("kind", () -> {
                    throw new DiagnosticException(List.of(UNKNOWN, other));
                }));
        assertEquals(List.of(UNKNOWN.at(at(14, 9)), other), thrown.diagnostics());
    }

    private static Diagnostic marked(MavenProject module, Properties commandLine) throws ModelBuildingException {
        return sources(module, commandLine).mark(UNKNOWN, "kind");
    }

    private static ParameterSources sources(MavenProject module, Properties commandLine) {
        Xpp3Dom configuration = module.getBuildPlugins().stream()
                .filter(plugin -> plugin.getArtifactId().equals("heapwright-maven-plugin"))
                .map(plugin -> (Xpp3Dom) plugin.getConfiguration())
                .findFirst()
                .orElse(null);
        return new ParameterSources(module, configuration, commandLine);
    }

    private static Location at(int line, int column) {
        return new Location.Source("memory:pom.xml", line, column);
    }
}
