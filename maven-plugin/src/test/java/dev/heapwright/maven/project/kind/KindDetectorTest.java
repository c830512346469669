package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.Modules.LIBRARY;
import static dev.heapwright.maven.project.kind.Modules.MODELS;
import static dev.heapwright.maven.project.kind.Modules.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Kind;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.build.KindEvidence;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindDetectorTest {
    private static final String BY_JAR = """
            <plugin>
              <artifactId>maven-jar-plugin</artifactId>
              <configuration>
                <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
              </configuration>
            </plugin>""";
    private static final String BY_SHADE = """
            <plugin>
              <artifactId>maven-shade-plugin</artifactId>
              <executions><execution><goals><goal>shade</goal></goals></execution></executions>
            </plugin>""";
    private static final String BY_EXEC = """
            <plugin>
              <groupId>org.codehaus.mojo</groupId>
              <artifactId>exec-maven-plugin</artifactId>
              <configuration><mainClass>com.acme.Main</mainClass></configuration>
            </plugin>""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-client",
                "atlassian-plugin",
                "bundle",
                "content-package",
                "ear",
                "eclipse-plugin",
                "eclipse-test-plugin",
                "ejb",
                "har",
                "hpi",
                "jpi",
                "kar",
                "maven-plugin",
                "mule-application",
                "mule-extension",
                "mule-plugin",
                "nar",
                "nbm",
                "par",
                "rar",
                "sar",
                "war"
            })
    void aPackagingThatAHostLoadsIsHosted(String packaging) throws Exception {
        assertEquals(
                "hosted (its packaging is " + packaging + ")",
                DetectedKind.of(null, KindDetector.evidence(packaged(packaging, "")))
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jlink", "quarkus"})
    void aPackagingThatIsStartedIsAnApplication(String packaging) throws Exception {
        assertEquals(
                "application (its packaging is " + packaging + ")",
                DetectedKind.of(null, KindDetector.evidence(packaged(packaging, "")))
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jar", "jmod", "com.acme.own"})
    void anyOtherPackagingSaysNothing(String packaging) throws Exception {
        assertEquals(
                LIBRARY,
                DetectedKind.of(null, KindDetector.evidence(packaged(packaging, "")))
                        .toString());
    }

    @Test
    void ofSeveralKindsHostedTakesPrecedence() throws Exception {
        assertEquals(
                "hosted (its packaging is war)",
                DetectedKind.of(null, KindDetector.evidence(packaged("war", plugins(BY_JAR, BY_SHADE))))
                        .toString());
    }

    @Test
    void anExecutableJarIsAnApplicationEvenIfSelfContained() throws Exception {
        assertEquals("application (a main class is configured in maven-jar-plugin)", kind(plugins(BY_SHADE, BY_JAR)));
    }

    @Test
    void theEvidenceIsInTheSameOrderWhateverThatOfThePom() throws Exception {
        List<KindEvidence> evidence = List.of(
                new KindEvidence(Kind.APPLICATION, "a main class is configured in maven-jar-plugin"),
                new KindEvidence(Kind.BUNDLE, "maven-shade-plugin makes a jar with dependencies"),
                new KindEvidence(Kind.APPLICATION, "a main class is configured in exec-maven-plugin"),
                new KindEvidence(Kind.APPLICATION, "the property exec.mainClass is set"));
        String property = "<properties><exec.mainClass>com.acme.Main</exec.mainClass></properties>";
        assertEquals(evidence, distinct(property + plugins(BY_JAR, BY_SHADE, BY_EXEC)));
        assertEquals(evidence, distinct(plugins(BY_EXEC, BY_SHADE, BY_JAR) + property));
    }

    /** An execution inherits the configuration of the plugin as a whole, and both are inspected. */
    private List<KindEvidence> distinct(String pom) throws Exception {
        return KindDetector.evidence(MODELS.module(pom)).stream().distinct().toList();
    }

    /** Maven knows few packagings without their plugins. */
    private MavenProject packaged(String packaging, String pom) throws Exception {
        MavenProject project = MODELS.module(pom);
        project.setPackaging(packaging);
        return project;
    }

    private static String plugins(String... plugins) {
        return "<build><plugins>" + String.join("", plugins) + "</plugins></build>";
    }
}
