package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.maven.project.kind.KindDetector;
import java.io.IOException;
import java.io.StringReader;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectedKindTest {
    private static final String LIBRARY = "library (no main class is configured)";

    @Test
    void aModuleWithoutAMainClassIsALibrary() throws Exception {
        assertEquals(LIBRARY, detected(""));
    }

    @Test
    void thePropertyOfTheExecPluginMakesAnApplication() throws Exception {
        assertEquals(
                "application (the property exec.mainClass is set)",
                detected("<properties><exec.mainClass>com.acme.Main</exec.mainClass></properties>"));
    }

    @Test
    void anInvalidMainClassIsNoEvidence() throws Exception {
        assertEquals(LIBRARY, detected("""
                <build>
                  <pluginManagement><plugins><plugin>
                    <groupId>org.codehaus.mojo</groupId>
                    <artifactId>exec-maven-plugin</artifactId>
                    <configuration><mainClass>com.acme.Main</mainClass></configuration>
                  </plugin></plugins></pluginManagement>
                  <plugins>
                    <plugin>
                      <artifactId>maven-jar-plugin</artifactId>
                      <configuration>
                        <mainClass>com.acme.Main</mainClass>
                        <archive><manifest><mainClass> </mainClass></manifest><manifestEntries/></archive>
                      </configuration>
                    </plugin>
                    <plugin>
                      <groupId>com.acme</groupId>
                      <artifactId>exec-maven-plugin</artifactId>
                      <configuration><mainClass>com.acme.Main</mainClass></configuration>
                    </plugin>
                  </plugins>
                </build>"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"library", " library", "\n      library\n    "})
    void aConfiguredKindGoesFirst(String kind) throws Exception {
        MavenProject application = project("<properties><exec.mainClass>com.acme.Main</exec.mainClass></properties>");
        assertEquals(
                "library (configured)",
                DetectedKind.of(kind, KindDetector.evidence(application)).toString());
        assertEquals(
                "application (configured)",
                DetectedKind.of("application", KindDetector.evidence(project("")))
                        .toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void noKindConfiguredMeansDetected(String kind) throws Exception {
        assertEquals(
                LIBRARY,
                DetectedKind.of(kind, KindDetector.evidence(project(""))).toString());
    }

    @ParameterizedTest
    @CsvSource({"aplication, ; did you mean application?", "LIBRARY, ; did you mean library?", "xyz, ''"})
    void aKindThatThereIsNotIsRefused(String kind, String nearest) throws Exception {
        MavenProject module = project("");
        assertEquals(
                """
                [Heapwright/InvalidConfiguration] unknown kind '%s'%s
                  help: set kind to application, hosted, bundle or library, or leave it out to have it detected
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(kind, nearest),
                assertThrows(DiagnosticException.class, () -> DetectedKind.of(kind, KindDetector.evidence(module)))
                        .getMessage());
    }

    private static String detected(String pom) throws Exception {
        return DetectedKind.of(null, KindDetector.evidence(project(pom))).toString();
    }

    private static MavenProject project(String pom) throws IOException, XmlPullParserException {
        Model model = new MavenXpp3Reader().read(new StringReader("<project>" + pom + "</project>"));
        return new MavenProject(model);
    }
}
