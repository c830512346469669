package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.Modules.LIBRARY;
import static dev.heapwright.maven.project.kind.Modules.kind;
import static dev.heapwright.maven.project.kind.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins that are configured but do nothing. */
class SwitchedOffTest {

    @Test
    void anExecutionAtPhaseNoneDoesNotCount() throws Exception {
        assertEquals(LIBRARY, kind(plugin("maven-shade-plugin", """
                <executions><execution>
                  <phase>none</phase>
                  <goals><goal>shade</goal></goals>
                </execution></executions>""")));
    }

    @Test
    void neitherDoesItsConfiguration() throws Exception {
        assertEquals(LIBRARY, kind(plugin("org.springframework.boot:spring-boot-maven-plugin", """
                <configuration><mainClass>com.acme.Main</mainClass></configuration>
                <executions><execution>
                  <phase>none</phase>
                  <goals><goal>repackage</goal></goals>
                </execution></executions>""")));
    }

    @Test
    void anotherExecutionStillCounts() throws Exception {
        assertEquals(
                "application (a main class is configured in maven-jar-plugin)", kind(plugin("maven-jar-plugin", """
                <executions>
                  <execution>
                    <id>default-jar</id>
                    <phase>none</phase>
                  </execution>
                  <execution>
                    <id>executable</id>
                    <goals><goal>jar</goal></goals>
                    <configuration>
                      <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
                    </configuration>
                  </execution>
                </executions>""")));
    }

    @Test
    void aSkippedExecutionDoesNotCount() throws Exception {
        assertEquals(LIBRARY, kind(plugin("org.springframework.boot:spring-boot-maven-plugin", """
                <configuration>
                  <mainClass>com.acme.Main</mainClass>
                  <skip>true</skip>
                </configuration>
                <executions><execution><goals><goal>repackage</goal></goals></execution></executions>""")));
    }

    @Test
    void theAssemblyPluginsSkipParameterHasADifferentName() throws Exception {
        assertEquals(LIBRARY, kind(plugin("maven-assembly-plugin", """
                <configuration>
                  <descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs>
                  <skipAssembly>true</skipAssembly>
                </configuration>""")));
    }

    @Test
    void oneExecutionMayNotBeSkipped() throws Exception {
        assertEquals(
                "application (spring-boot-maven-plugin runs repackage)",
                kind(plugin("org.springframework.boot:spring-boot-maven-plugin", """
                <configuration><skip>true</skip></configuration>
                <executions><execution>
                  <goals><goal>repackage</goal></goals>
                  <configuration><skip>false</skip></configuration>
                </execution></executions>""")));
    }

    @ParameterizedTest
    @CsvSource({
        "assembly.skipAssembly, maven-assembly-plugin, mainClass",
        "spring-boot.repackage.skip, org.springframework.boot:spring-boot-maven-plugin, repackage",
        "quarkus.build.skip, io.quarkus:quarkus-maven-plugin, build",
        "jib.skip, com.google.cloud.tools:jib-maven-plugin, build",
        "skipNativeBuild, org.graalvm.buildtools:native-maven-plugin, mainClass",
        "javafx.skip, org.openjfx:javafx-maven-plugin, run",
        "skipLaunch4j, com.akathist.maven.plugins.launch4j:launch4j-maven-plugin, launch4j",
        "exec.skip, org.codehaus.mojo:exec-maven-plugin, java"
    })
    void aPropertySkipsToo(String property, String plugin, String goal) throws Exception {
        String use = plugin(plugin, """
                <executions><execution>
                  <goals><goal>%s</goal></goals>
                  <configuration>
                    <mainClass>com.acme.Main</mainClass>
                    <archive><manifest><mainClass>com.acme.Main</mainClass></manifest></archive>
                  </configuration>
                </execution></executions>""".formatted(goal));
        assertEquals("application", kind(use).split(" ", -1)[0]);
        assertEquals(LIBRARY, kind("<properties><%1$s>true</%1$s></properties>".formatted(property) + use));
    }

    @Test
    void springBootsImagesHaveAPropertyOfTheirOwn() throws Exception {
        String image = plugin("org.springframework.boot:spring-boot-maven-plugin", """
                <executions><execution><goals><goal>build-image</goal></goals></execution></executions>""");
        assertEquals(
                "application (spring-boot-maven-plugin runs build-image)",
                kind("<properties><spring-boot.repackage.skip>true</spring-boot.repackage.skip></properties>" + image));
        assertEquals(
                LIBRARY,
                kind("<properties><spring-boot.build-image.skip>true</spring-boot.build-image.skip></properties>"
                        + image));
    }

    @Test
    void whatIsConfiguredGoesBeforeTheProperty() throws Exception {
        assertEquals(
                "application (jib-maven-plugin runs build)",
                kind("""
                <properties><jib.skip>true</jib.skip></properties>""" + plugin("com.google.cloud.tools:jib-maven-plugin", """
                <executions><execution>
                  <goals><goal>build</goal></goals>
                  <configuration><skip>false</skip></configuration>
                </execution></executions>""")));
    }
}
