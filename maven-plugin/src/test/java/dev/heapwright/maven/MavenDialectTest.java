package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Location;
import java.util.function.UnaryOperator;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenDialectTest {
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final String ARCHIVE = """
            <archive>
              <manifestEntries>
                <Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>
              </manifestEntries>
            </archive>""";

    private static final DependencyPath PATH = DependencyPath.at(new Coordinates("com.acme", "app", "3.0"))
            .to(new Coordinates("com.acme", "io", "2.1", "linux"))
            .to(POOL);

    private final Dialect dialect = of(module());

    @Test
    void artifactsAreWrittenAsInPoms() {
        assertEquals(
                "<dependency><groupId>com.acme</groupId><artifactId>pool</artifactId><version>1.2</version></dependency>",
                dialect.dependency(POOL));
        assertEquals(
                "<dependency><groupId>com.acme</groupId><artifactId>pool</artifactId><version>1.2</version>"
                        + "<classifier>linux</classifier></dependency>",
                dialect.dependency(new Coordinates("com.acme", "pool", "1.2", "linux")));
    }

    @Test
    void anExclusionIsShownInTheWholeDependencyThatBringsTheArtifactIn() {
        assertEquals("""
                <dependency>
                  <groupId>com.acme</groupId>
                  <artifactId>io</artifactId>
                  <version>2.1</version>
                  <classifier>linux</classifier>
                  <exclusions>
                    <exclusion><groupId>com.acme</groupId><artifactId>pool</artifactId></exclusion>
                  </exclusions>
                </dependency>""", dialect.exclusion(PATH));
    }

    @Test
    void thatDependencyIsAsThePomDeclaresIt() {
        Dependency io = new Dependency();
        io.setGroupId("com.acme");
        io.setArtifactId("io");
        io.setVersion("${io.version}");
        io.setClassifier("linux");
        io.setScope("runtime");
        Exclusion other = new Exclusion();
        other.setGroupId("com.acme");
        other.setArtifactId("arena");
        io.addExclusion(other);
        MavenProject parent = new MavenProject();
        parent.setOriginalModel(new Model());
        parent.getOriginalModel().addDependency(io);
        MavenProject project = new MavenProject();
        project.setOriginalModel(new Model());
        project.setParent(parent);
        assertEquals("""
                <dependency>
                  <groupId>com.acme</groupId>
                  <artifactId>io</artifactId>
                  <version>${io.version}</version>
                  <classifier>linux</classifier>
                  <scope>runtime</scope>
                  <exclusions>
                    <exclusion><groupId>com.acme</groupId><artifactId>arena</artifactId></exclusion>
                    <exclusion><groupId>com.acme</groupId><artifactId>pool</artifactId></exclusion>
                  </exclusions>
                </dependency>""", of(project).exclusion(PATH));
        InputSource source = new InputSource();
        source.setLocation("shop/pom.xml");
        io.setLocation("", new InputLocation(27, 17, source));
        assertEquals(new Location.Source("shop/pom.xml", 27, 5), of(project).declaration(PATH));
    }

    @Test
    void whatNoPomDeclaresHasNoPlace() {
        assertEquals(new Location.Unknown(), dialect.declaration(PATH));
        assertEquals(new Location.Unknown(), dialect.declaration(DependencyPath.at(POOL)));
    }

    @Test
    void settingsAreNamedAsTheyAreConfigured() {
        assertEquals("<maven.compiler.release>22</maven.compiler.release>", dialect.release(22));
        assertEquals("give it <scope>test</scope>", dialect.testsOnly());
        assertEquals("<allocator>none</allocator> or -Dheapwright.allocator=none", dialect.noDefault());
        assertEquals("""
                by the configuration of heapwright-maven-plugin:
                <configuration>
                  <kind>application</kind>
                </configuration>""", dialect.kind(Kind.APPLICATION));
    }

    @Test
    void theProcessorIsConfiguredWithItsVersion() {
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
    void theShadePluginMergesServiceFiles() {
        assertEquals("""
                for maven-shade-plugin, add this transformer:
                <transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/>""", dialect.mergedServices());
    }

    @Test
    void theShadePluginRelocatesAPackageWithItsServiceFiles() {
        assertEquals("""
                for maven-shade-plugin, add this relocation and this transformer:
                <relocation>
                  <pattern>dev.heapwright</pattern>
                  <shadedPattern>com.acme.heapwright</shadedPattern>
                </relocation>
                <transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/>""", dialect.relocation("dev.heapwright", "com.acme.heapwright"));
    }

    @ParameterizedTest
    @CsvSource({
        "app.jar, false, '', maven-jar-plugin",
        "app.jar, true, Maven Archiver 3.6.2, maven-assembly-plugin",
        "app.jar, true, Maven JAR Plugin 3.5.1, maven-assembly-plugin",
        "app.war, true, '', maven-war-plugin"
    })
    void aManifestIsConfiguredWhereItIsWritten(String jar, boolean merged, String createdBy, String plugin) {
        assertEquals(
                "by the configuration of " + plugin + ":\n" + ARCHIVE,
                dialect.manifestEntry(change(jar, merged, createdBy)));
    }

    @ParameterizedTest
    @CsvSource({"app.jar, Maven Archiver 3.6.2, maven-assembly-plugin", "app.war, '', maven-war-plugin"})
    void whatIsNotTheShadePluginsIsWrittenByOthers(String jar, String createdBy, String plugin) {
        assertEquals(
                "by the configuration of " + plugin + ":\n" + ARCHIVE,
                of(shaded()).manifestEntry(change(jar, true, createdBy)));
    }

    @Test
    void theShadePluginHasATransformerForTheManifest() {
        assertEquals("""
                by the configuration of maven-shade-plugin:
                <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                  <mainClass>com.acme.Main</mainClass>
                  <manifestEntries>
                    <Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>
                  </manifestEntries>
                </transformer>""", of(shaded()).manifestEntry(change("app.jar", true, "Maven JAR Plugin 3.5.1")));
    }

    private static Dialect of(MavenProject project) {
        return new MavenDialect(project, UnaryOperator.identity());
    }

    private static MavenProject module() {
        MavenProject project = new MavenProject();
        project.setOriginalModel(new Model());
        return project;
    }

    private static MavenProject shaded() {
        PluginExecution execution = new PluginExecution();
        execution.addGoal("shade");
        Plugin shade = new Plugin();
        shade.setArtifactId("maven-shade-plugin");
        shade.addExecution(execution);
        MavenProject project = module();
        project.getBuild().addPlugin(shade);
        return project;
    }

    private static Dialect.ManifestChange change(String jar, boolean merged, String createdBy) {
        return new Dialect.ManifestChange(
                jar, merged, createdBy, "com.acme.Main", "Enable-Native-Access", "ALL-UNNAMED");
    }
}
