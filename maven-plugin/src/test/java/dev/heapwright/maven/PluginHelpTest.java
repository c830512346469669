package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Dialect.Subject;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.maven.testing.EffectiveModels;
import java.util.function.UnaryOperator;
import org.apache.maven.model.building.ModelBuildingException;
import org.junit.jupiter.api.Test;

/** Problems that speak of a plugin are where a POM declares that, and their help does not ask for what is there. */
class PluginHelpTest {
    private static final EffectiveModels MODELS = EffectiveModels.start();
    private static final Diagnostic PROBLEM =
            Diagnostic.error(DiagnosticId.NOT_VALIDATED, "a problem").at(new Location.File("app.jar"));
    private static final Dialect.ManifestChange CHANGE =
            new Dialect.ManifestChange("app.jar", false, "", "com.acme.Main", "Enable-Native-Access", "ALL-UNNAMED");

    @Test
    void withoutAPathTheCompilerIsGivenOne() throws Exception {
        Dialect dialect = of(compiler(""));
        assertEquals(PROBLEM.at(at(10, 3)), dialect.at(Subject.PROCESSOR, PROBLEM));
        assertEquals("""
                add this to the configuration of maven-compiler-plugin:
                <annotationProcessorPaths>
                  <path>
                    <groupId>dev.heapwright</groupId>
                    <artifactId>heapwright-processor</artifactId>
                    <version>0.9</version>
                  </path>
                </annotationProcessorPaths>""", dialect.processor("0.9"));
    }

    @Test
    void aPathOfOtherProcessorsGetsOneMore() throws Exception {
        Dialect dialect = of(compiler(paths("org.mapstruct", "mapstruct-processor")));
        assertEquals(PROBLEM.at(at(14, 1)), dialect.at(Subject.PROCESSOR, PROBLEM));
        assertEquals("""
                add this to the <annotationProcessorPaths> of maven-compiler-plugin:
                <path>
                  <groupId>dev.heapwright</groupId>
                  <artifactId>heapwright-processor</artifactId>
                  <version>0.9</version>
                </path>""", dialect.processor("0.9"));
    }

    @Test
    void processorsThatAreSwitchedOffAreSwitchedOn() throws Exception {
        Dialect dialect = of(compiler("<proc>none</proc>\n" + paths("dev.heapwright", "heapwright-processor")));
        assertEquals(PROBLEM.at(at(14, 1)), dialect.at(Subject.PROCESSOR, PROBLEM));
        assertEquals(
                "remove this from the configuration of maven-compiler-plugin:\n<proc>none</proc>",
                dialect.processor("0.9"));
    }

    @Test
    void aProcessorOnThePathThatIsNotAmongTheNamedOnesIsNamed() throws Exception {
        Dialect dialect = of(
                compiler(
                        paths("dev.heapwright", "heapwright-processor")
                                + "<annotationProcessors><annotationProcessor>com.acme.P</annotationProcessor></annotationProcessors>"));
        assertEquals("""
                add this to the <annotationProcessors> of maven-compiler-plugin:
                <annotationProcessor>dev.heapwright.processor.HeapwrightProcessor</annotationProcessor>""", dialect.processor("0.9"));
    }

    @Test
    void kotlinsCompilerIsGivenAnExecutionOfKapt() throws Exception {
        Dialect dialect = of(plugin("org.jetbrains.kotlin", "kotlin-maven-plugin", ""));
        assertEquals(PROBLEM.at(at(10, 3)), dialect.at(Subject.KOTLIN_PROCESSOR, PROBLEM));
        assertEquals("""
                add this to the executions of kotlin-maven-plugin, before the one that runs compile:
                <execution>
                  <id>kapt</id>
                  <goals>
                    <goal>kapt</goal>
                  </goals>
                  <configuration>
                    <sourceDirs>
                      <sourceDir>src/main/kotlin</sourceDir>
                      <sourceDir>src/main/java</sourceDir>
                    </sourceDirs>
                    <annotationProcessorPaths>
                      <annotationProcessorPath>
                        <groupId>dev.heapwright</groupId>
                        <artifactId>heapwright-processor</artifactId>
                        <version>0.9</version>
                      </annotationProcessorPath>
                    </annotationProcessorPaths>
                  </configuration>
                </execution>""", dialect.kotlinProcessor("0.9"));
    }

    @Test
    void sourcesThatAreLeftOutAreWhereTheCompilerIsToldTo() throws Exception {
        Dialect dialect = of(compiler("<excludes><exclude>**/heapwright/**</exclude></excludes>"));
        assertEquals(PROBLEM.at(at(14, 1)), dialect.at(Subject.SOURCE_FILTER, PROBLEM));
        assertEquals(PROBLEM, of(compiler("")).at(Subject.SOURCE_FILTER, PROBLEM));
    }

    @Test
    void glueIsGeneratedAndJarsAreMadeByPlugins() throws Exception {
        assertEquals(
                PROBLEM.at(at(10, 3)),
                of(plugin("dev.heapwright", "heapwright-maven-plugin", "")).at(Subject.BINDING, PROBLEM));
        assertEquals(
                PROBLEM.at(at(10, 3)),
                of(plugin("org.apache.maven.plugins", "maven-shade-plugin", "")).at(Subject.MERGED_JAR, PROBLEM));
        assertEquals(
                PROBLEM.at(at(10, 3)),
                of(plugin("org.apache.maven.plugins", "maven-jar-plugin", "")).atManifest(CHANGE, PROBLEM));
    }

    @Test
    void anEntryOfAManifestIsAddedToWhatIsConfigured() throws Exception {
        String entries = """
                <manifestEntries>
                  <Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>
                </manifestEntries>""";
        String archive = "<archive><manifest><mainClass>com.acme.Main</mainClass></manifest>%s</archive>";
        assertEquals(
                "to the <archive> in the configuration of maven-jar-plugin:\n" + entries,
                of(jar(archive.formatted(""))).manifestEntry(CHANGE));
        assertEquals(
                "to the <manifestEntries> in the configuration of maven-jar-plugin:\n"
                        + "<Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>",
                of(jar(archive.formatted("<manifestEntries><A>b</A></manifestEntries>")))
                        .manifestEntry(CHANGE));
        assertEquals(PROBLEM.at(at(14, 1)), of(jar(archive.formatted(""))).atManifest(CHANGE, PROBLEM));
    }

    @Test
    void theTransformerForAManifestIsNotRepeated() throws Exception {
        Dialect.ManifestChange merged = new Dialect.ManifestChange(
                "app.jar", true, "Maven JAR Plugin 3.5.1", "com.acme.Main", "Enable-Native-Access", "ALL-UNNAMED");
        String shade = plugin("org.apache.maven.plugins", "maven-shade-plugin", """
                <transformers><transformer><mainClass>com.acme.Main</mainClass></transformer></transformers>""")
                .replace(
                        "<configuration>",
                        "<executions><execution><goals><goal>shade</goal></goals></execution></executions><configuration>");
        assertEquals("""
                to the transformer with <mainClass> in the configuration of maven-shade-plugin:
                <manifestEntries>
                  <Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>
                </manifestEntries>""", of(shade).manifestEntry(merged));
    }

    @Test
    void whatAParentDeclaresIsInItsPom() throws Exception {
        assertEquals(
                PROBLEM.at(at(14, 1)).withDetail("inherited from com.acme:level1:1"),
                new MavenDialect(
                                MODELS.module("", compiler(paths("org.mapstruct", "mapstruct-processor"))),
                                UnaryOperator.identity())
                        .at(Subject.PROCESSOR, PROBLEM));
    }

    @Test
    void whatNoPomDeclaresHasNoPlace() throws Exception {
        for (Subject subject : Subject.values()) {
            assertEquals(PROBLEM, of("").at(subject, PROBLEM));
        }
        assertEquals(PROBLEM, of("").atManifest(CHANGE, PROBLEM));
    }

    private static Dialect of(String pom) throws ModelBuildingException {
        return new MavenDialect(MODELS.module(pom), UnaryOperator.identity());
    }

    private static String paths(String groupId, String artifactId) {
        return "<annotationProcessorPaths><path><groupId>%s</groupId><artifactId>%s</artifactId><version>1</version></path></annotationProcessorPaths>"
                .formatted(groupId, artifactId);
    }

    private static String compiler(String configuration) {
        return plugin("org.apache.maven.plugins", "maven-compiler-plugin", configuration);
    }

    private static String jar(String configuration) {
        return plugin("org.apache.maven.plugins", "maven-jar-plugin", configuration);
    }

    /** {@return a plugin on line 10 of a module's POM, with a configuration from line 14 on} */
    private static String plugin(String groupId, String artifactId, String configuration) {
        return """
                <build><plugins>
                <!-- The line of the plugin is 10. -->
                  <plugin>
                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <configuration>
                %s
                    </configuration>
                  </plugin>
                </plugins></build>""".formatted(groupId, artifactId, configuration);
    }

    private static Location at(int line, int column) {
        return new Location.Source("memory:pom.xml", line, column);
    }
}
