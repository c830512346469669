package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.maven.testing.EffectiveModels;
import java.util.Properties;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetReleaseTest {
    private static final EffectiveModels MODELS = EffectiveModels.start();

    @Test
    void withoutConfigurationItIsTheCompilerPluginsDefault() throws Exception {
        assertEquals(8, of(""));
        assertEquals(8, ofTests(""));
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "8, 8", "1.8, 8", "1.5, 5", "25, 25", "' 21 ', 21"})
    void aReleaseIsWrittenThisWay(String written, int release) throws Exception {
        assertEquals(release, of("""
                <properties><maven.compiler.release>%s</maven.compiler.release></properties>""".formatted(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seventeen", "17.0", "-17", "0", "99999999999", "1.", "17;", "${no.such.property}"})
    void whatCannotBeReadIsTheDefault(String written) throws Exception {
        assertEquals(8, of("""
                <properties><maven.compiler.release>%s</maven.compiler.release></properties>""".formatted(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "target"})
    void itIsConfiguredForThePlugin(String parameter) throws Exception {
        assertEquals(21, of(compiler("<configuration><%1$s>21</%1$s></configuration>".formatted(parameter))));
    }

    @Test
    void itMayBeConfiguredForTheExecution() throws Exception {
        assertEquals(21, of(compiler("""
                <configuration><release>17</release></configuration>
                <executions><execution>
                  <id>default-compile</id>
                  <configuration><release>21</release></configuration>
                </execution></executions>""")));
    }

    @Test
    void anotherExecutionDoesNotCount() throws Exception {
        assertEquals(17, of(compiler("""
                <configuration><release>17</release></configuration>
                <executions>
                  <execution>
                    <id>more-for-21</id>
                    <goals><goal>compile</goal></goals>
                    <configuration><release>21</release></configuration>
                  </execution>
                  <execution>
                    <id>default-testCompile</id>
                    <configuration><release>25</release></configuration>
                  </execution>
                </executions>""")));
    }

    @Test
    void itMayBeManagedByAParent() throws Exception {
        String parent = """
                <properties><java>21</java></properties>
                <build><pluginManagement><plugins><plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <configuration><release>${java}</release></configuration>
                </plugin></plugins></pluginManagement></build>""";
        assertEquals(21, TargetRelease.of(MODELS.module("", parent), new Properties()));
        assertEquals(
                17,
                TargetRelease.of(MODELS.module("<properties><java>17</java></properties>", parent), new Properties()));
    }

    @Test
    void thePropertyCountsIfThePackagingHasNoCompiler() {
        MavenProject project = new MavenProject();
        project.getProperties().setProperty("maven.compiler.release", "21");
        assertEquals(21, TargetRelease.of(project, new Properties()));
    }

    @Test
    void theTargetMayBeAPropertyToo() throws Exception {
        assertEquals(11, of("<properties><maven.compiler.target>11</maven.compiler.target></properties>"));
    }

    @Test
    void theReleaseTakesPrecedenceOverTheTargetAsForTheCompiler() throws Exception {
        assertEquals(17, of(compiler("""
                <configuration><target>11</target><release>17</release></configuration>""")));
        assertEquals(17, of("""
                <properties>
                  <maven.compiler.target>11</maven.compiler.target>
                  <maven.compiler.release>17</maven.compiler.release>
                </properties>"""));
        assertEquals(
                17,
                of("<properties><maven.compiler.release>17</maven.compiler.release></properties>"
                        + compiler("<configuration><target>11</target></configuration>")));
    }

    @Test
    void theConfigurationTakesPrecedenceOverTheProperty() throws Exception {
        assertEquals(
                21,
                of("<properties><maven.compiler.release>17</maven.compiler.release></properties>"
                        + compiler("<configuration><release>21</release></configuration>")));
    }

    @Test
    void blankValuesAreIgnored() throws Exception {
        assertEquals(11, of("""
                <properties>
                  <maven.compiler.release> </maven.compiler.release>
                  <maven.compiler.target>11</maven.compiler.target>
                </properties>""" + compiler("<configuration><release/></configuration>")));
    }

    @Test
    void aPropertyOnTheCommandLineTakesPrecedenceOverThePom() throws Exception {
        Properties commandLine = new Properties();
        commandLine.setProperty("maven.compiler.release", "21");
        String pom = "<properties><maven.compiler.release>17</maven.compiler.release></properties>";
        assertEquals(21, TargetRelease.of(MODELS.module(pom), commandLine));
        assertEquals(21, TargetRelease.ofTests(MODELS.module(pom), commandLine));
        assertEquals(
                11,
                TargetRelease.of(
                        MODELS.module(compiler("<configuration><release>11</release></configuration>")), commandLine),
                "what is configured goes before both");
    }

    @Test
    void testsAreCompiledForTheReleaseOfTheModule() throws Exception {
        assertEquals(17, ofTests("<properties><maven.compiler.release>17</maven.compiler.release></properties>"));
        assertEquals(11, ofTests("<properties><maven.compiler.target>11</maven.compiler.target></properties>"));
        assertEquals(21, ofTests(compiler("<configuration><release>21</release></configuration>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Release", "Target"})
    void testsMayHaveAReleaseOfTheirOwn(String parameter) throws Exception {
        String property = """
                <properties>
                  <maven.compiler.target>11</maven.compiler.target>
                  <maven.compiler.test%1$s>25</maven.compiler.test%1$s>
                </properties>""".formatted(parameter);
        assertEquals(25, ofTests(property));
        assertEquals(11, of(property));
        String configured = compiler("""
                <configuration>
                  <target>11</target>
                  <test%1$s>25</test%1$s>
                </configuration>""".formatted(parameter));
        assertEquals(25, ofTests(configured));
        assertEquals(11, of(configured));
    }

    @Test
    void testsMayHaveTheReleaseOfTheirExecution() throws Exception {
        String pom = compiler("""
                <configuration><release>17</release></configuration>
                <executions><execution>
                  <id>default-testCompile</id>
                  <configuration><release>25</release></configuration>
                </execution></executions>""");
        assertEquals(25, ofTests(pom));
        assertEquals(17, of(pom));
    }

    @Test
    void theModulesReleaseTakesPrecedenceOverTheTestsTargetAsForTheCompiler() throws Exception {
        assertEquals(17, ofTests("""
                <properties>
                  <maven.compiler.release>17</maven.compiler.release>
                  <maven.compiler.testTarget>25</maven.compiler.testTarget>
                </properties>"""));
    }

    private int of(String pom) throws Exception {
        return TargetRelease.of(MODELS.module(pom), new Properties());
    }

    private int ofTests(String pom) throws Exception {
        return TargetRelease.ofTests(MODELS.module(pom), new Properties());
    }

    private static String compiler(String body) {
        return """
                <build><plugins><plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  %s
                </plugin></plugins></build>""".formatted(body);
    }
}
