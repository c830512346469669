package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.Modules.LIBRARY;
import static dev.heapwright.maven.project.kind.Modules.kind;
import static dev.heapwright.maven.project.kind.Modules.kindWith;
import static dev.heapwright.maven.project.kind.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginRulesTest {
    @Test
    void theJarPluginsMainClassMakesAnApplication() throws Exception {
        assertEquals("application (a main class is configured in maven-jar-plugin)", kindWith("maven-jar-plugin", """
                <configuration>
                  <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
                </configuration>"""));
    }

    @Test
    void theManifestOfATestJarIsNoEvidence() throws Exception {
        assertEquals(LIBRARY, kindWith("maven-jar-plugin", """
                <executions><execution>
                  <goals><goal>test-jar</goal></goals>
                  <configuration>
                    <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
                  </configuration>
                </execution></executions>"""));
    }

    @Test
    void shadesManifestTransformerMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in maven-shade-plugin)", kindWith("maven-shade-plugin", """
                <executions><execution>
                  <goals><goal>shade</goal></goals>
                  <configuration><transformers>
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/>
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                      <mainClass>com.acme.Main</mainClass>
                    </transformer>
                  </transformers></configuration>
                </execution></executions>"""));
    }

    @Test
    void aManifestEntryOfShadeMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in maven-shade-plugin)", kindWith("maven-shade-plugin", """
                <executions><execution>
                  <goals><goal>shade</goal></goals>
                  <configuration><transformers>
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                      <manifestEntries><Main-Class>com.acme.Main</Main-Class></manifestEntries>
                    </transformer>
                  </transformers></configuration>
                </execution></executions>"""));
    }

    @Test
    void anAgentThatIsShadedIsHosted() throws Exception {
        assertEquals("hosted (maven-shade-plugin's manifest has Agent-Class)", kindWith("maven-shade-plugin", """
                <executions><execution>
                  <goals><goal>shade</goal></goals>
                  <configuration><transformers>
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                      <mainClass>com.acme.Main</mainClass>
                      <manifestEntries><Agent-Class>com.acme.Agent</Agent-Class></manifestEntries>
                    </transformer>
                  </transformers></configuration>
                </execution></executions>"""));
    }

    @Test
    void shadeWithoutAMainClassMakesABundle() throws Exception {
        assertEquals("bundle (maven-shade-plugin makes a jar with dependencies)", kindWith("maven-shade-plugin", """
                <executions><execution>
                  <goals><goal>shade</goal></goals>
                  <configuration><transformers>
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/>
                  </transformers></configuration>
                </execution></executions>"""));
    }

    @Test
    void shadeThatIsNotExecutedIsNoEvidence() throws Exception {
        assertEquals(
                LIBRARY,
                kindWith("maven-shade-plugin", "<configuration><minimizeJar>true</minimizeJar></configuration>"));
    }

    @Test
    void theAssemblyPluginsMainClassMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in maven-assembly-plugin)",
                kindWith("maven-assembly-plugin", """
                <configuration>
                  <descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs>
                  <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
                </configuration>"""));
    }

    @Test
    void aJarWithDependenciesIsABundle() throws Exception {
        assertEquals(
                "bundle (maven-assembly-plugin makes a jar with dependencies)", kindWith("maven-assembly-plugin", """
                <configuration>
                  <descriptorRefs>
                    <descriptorRef>src</descriptorRef>
                    <descriptorRef>jar-with-dependencies</descriptorRef>
                  </descriptorRefs>
                </configuration>"""));
    }

    @Test
    void anAssemblyOfSourcesIsNoBundle() throws Exception {
        assertEquals(LIBRARY, kindWith("maven-assembly-plugin", """
                <configuration>
                  <descriptorRefs><descriptorRef>src</descriptorRef></descriptorRefs>
                </configuration>"""));
    }

    @Test
    void springBootsMainClassMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in spring-boot-maven-plugin)",
                kindWith(
                        "org.springframework.boot:spring-boot-maven-plugin",
                        "<configuration><mainClass>com.acme.Main</mainClass></configuration>"));
    }

    @ParameterizedTest
    @CsvSource({
        "start-class, org.springframework.boot, spring-boot-maven-plugin",
        "spring-boot.run.main-class, org.springframework.boot, spring-boot-maven-plugin",
        "quarkus.package.main-class, io.quarkus, quarkus-maven-plugin",
        "javafx.mainClass, org.openjfx, javafx-maven-plugin"
    })
    void soDoesAPropertyWhereThePluginReadsIt(String property, String groupId, String artifactId) throws Exception {
        String properties = "<properties><%1$s>com.acme.Main</%1$s></properties>".formatted(property);
        String plugin = plugin(groupId + ":" + artifactId, "");
        assertEquals("application (the property " + property + " is set)", kind(properties + plugin));
        assertEquals(LIBRARY, kind(properties));
    }

    @Test
    void springBootsRepackageFindsTheMainClassByItself() throws Exception {
        // The main class as in Spring Boot's own parent POM.
        assertEquals(
                "application (spring-boot-maven-plugin runs repackage)",
                kindWith("org.springframework.boot:spring-boot-maven-plugin", """
                <executions><execution>
                  <id>repackage</id>
                  <goals><goal>repackage</goal></goals>
                  <configuration><mainClass>${start-class}</mainClass></configuration>
                </execution></executions>"""));
    }

    @Test
    void springBootsBuildInfoIsNoEvidence() throws Exception {
        assertEquals(LIBRARY, kindWith("org.springframework.boot:spring-boot-maven-plugin", """
                <executions><execution><goals><goal>build-info</goal></goals></execution></executions>"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.quarkus", "io.quarkus.platform"})
    void quarkusMakesAnApplication(String groupId) throws Exception {
        assertEquals("application (quarkus-maven-plugin runs build)", kindWith(groupId + ":quarkus-maven-plugin", """
                <executions><execution>
                  <goals><goal>build</goal><goal>generate-code</goal></goals>
                </execution></executions>"""));
        assertEquals(LIBRARY, kindWith(groupId + ":quarkus-maven-plugin", """
                <executions><execution>
                  <goals><goal>generate-code</goal></goals>
                </execution></executions>"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<programs><program/><program><mainClass>com.acme.Main</mainClass></program></programs>",
                "<daemons><daemon><mainClass>com.acme.Main</mainClass></daemon></daemons>"
            })
    void whatAppassemblerStartsMakesAnApplication(String started) throws Exception {
        assertEquals(
                "application (a main class is configured in appassembler-maven-plugin)",
                kindWith(
                        "org.codehaus.mojo:appassembler-maven-plugin",
                        "<configuration>" + started + "</configuration>"));
    }

    @Test
    void javaFxsMainClassMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in javafx-maven-plugin)",
                kindWith(
                        "org.openjfx:javafx-maven-plugin",
                        "<configuration><mainClass>com.acme/com.acme.Main</mainClass></configuration>"));
    }

    @ParameterizedTest
    @CsvSource({
        "com.akathist.maven.plugins.launch4j:launch4j-maven-plugin, <classPath><mainClass>com.acme.Main</mainClass></classPath>",
        "io.github.fvarrui:javapackager, <mainClass>com.acme.Main</mainClass>",
        "org.moditect:moditect-maven-plugin, <module><mainClass>com.acme.Main</mainClass></module>",
        "net.alchim31.maven:scala-maven-plugin, <launchers><launcher><mainClass>com.acme.Main</mainClass></launcher></launchers>"
    })
    void soIsWhatOtherPackagersAndLaunchersStart(String plugin, String configuration) throws Exception {
        assertEquals(
                "application (a main class is configured in " + plugin.substring(plugin.indexOf(':') + 1) + ")",
                kindWith(plugin, "<configuration>" + configuration + "</configuration>"));
        assertEquals(LIBRARY, kindWith(plugin, "<configuration/>"));
    }

    @ParameterizedTest
    @CsvSource({
        "com.akathist.maven.plugins.launch4j:launch4j-maven-plugin, launch4j",
        "io.github.fvarrui:javapackager, package",
        "org.moditect:moditect-maven-plugin, create-runtime-image"
    })
    void someFindTheMainClassThemselves(String plugin, String goal) throws Exception {
        assertEquals(
                "application (%s runs %s)".formatted(plugin.substring(plugin.indexOf(':') + 1), goal),
                kindWith(plugin, """
                <executions><execution><goals><goal>%s</goal></goals></execution></executions>""".formatted(goal)));
    }

    @Test
    void moditectsLauncherIsOne() throws Exception {
        assertEquals(
                "application (moditect-maven-plugin makes a launcher)",
                kindWith("org.moditect:moditect-maven-plugin", """
                <configuration><launcher><name>app</name><module>com.acme/com.acme.Main</module></launcher></configuration>"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.apache.felix:maven-bundle-plugin", "biz.aQute.bnd:bnd-maven-plugin"})
    void anOsgiBundleIsHosted(String plugin) throws Exception {
        String artifactId = plugin.substring(plugin.indexOf(':') + 1);
        assertEquals("hosted (" + artifactId + " makes an OSGi bundle)", kindWith(plugin, """
                <executions><execution><goals><goal>any</goal></goals></execution></executions>"""));
        assertEquals(LIBRARY, kindWith(plugin, "<configuration/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "${no.such.property}", "com.acme.${no.such.property}"})
    void whatIsBlankOrUnresolvedIsNoMainClass(String value) throws Exception {
        assertEquals(LIBRARY, kindWith("org.openjfx:javafx-maven-plugin", """
                <configuration><mainClass>%s</mainClass></configuration>""".formatted(value)));
        assertEquals(LIBRARY, kind("""
                <properties><exec.mainClass>%s</exec.mainClass></properties>""".formatted(value)));
    }

    @Test
    void aPropertyIsResolvedWhereItIsUsed() throws Exception {
        assertEquals("application (a main class is configured in maven-jar-plugin)", kind("""
                <properties><main>com.acme.Main</main></properties>
                <build><plugins><plugin>
                  <artifactId>maven-jar-plugin</artifactId>
                  <configuration>
                    <archive><manifest><mainClass>${main}</mainClass></manifest></archive>
                  </configuration>
                </plugin></plugins></build>"""));
    }

    @Test
    void aPluginWithTheSameArtifactIdInAnotherGroupIsNoEvidence() throws Exception {
        assertEquals(
                LIBRARY,
                kindWith(
                        "com.acme:exec-maven-plugin",
                        "<configuration><mainClass>com.acme.Main</mainClass></configuration>"));
    }
}
