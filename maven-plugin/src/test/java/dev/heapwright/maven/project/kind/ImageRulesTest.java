package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.Modules.kindWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What images of a runtime, of a container and of native code say about the kind of a module. */
class ImageRulesTest {
    @Test
    void jibsMainClassMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in jib-maven-plugin)",
                kindWith("com.google.cloud.tools:jib-maven-plugin", """
                <configuration><container><mainClass>com.acme.Main</mainClass></container></configuration>"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "dockerBuild", "buildTar"})
    void soDoesAnImageThatJibBuilds(String goal) throws Exception {
        assertEquals(
                "application (jib-maven-plugin runs " + goal + ")",
                kindWith("com.google.cloud.tools:jib-maven-plugin", """
                <executions><execution><goals><goal>%s</goal></goals></execution></executions>""".formatted(goal)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<launcher>app=com.acme/com.acme.Main</launcher>",
                "<launchers><launcher>app=com.acme/com.acme.Main</launcher></launchers>"
            })
    void aLauncherOfJlinkMakesAnApplication(String launcher) throws Exception {
        assertEquals(
                "application (maven-jlink-plugin makes a launcher)",
                kindWith("maven-jlink-plugin", "<configuration>" + launcher + "</configuration>"));
    }

    @Test
    void aRuntimeImageWithALauncherIsAnApplication() throws Exception {
        assertEquals("application (maven-jlink-plugin runs jlink)", kindWith("maven-jlink-plugin", """
                <executions><execution><goals><goal>jlink</goal></goals></execution></executions>"""));
    }

    @Test
    void jpackageMakesAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in jpackage-maven-plugin)",
                kindWith(
                        "org.panteleyev:jpackage-maven-plugin",
                        "<configuration><mainClass>com.acme.Main</mainClass></configuration>"));
        assertEquals(
                "application (a main class is configured in jpackage-maven-plugin)",
                kindWith(
                        "com.github.akman:jpackage-maven-plugin",
                        "<configuration><mainclass>com.acme.Main</mainclass></configuration>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.panteleyev", "com.github.akman"})
    void jpackageFindsTheMainClassInTheJar(String groupId) throws Exception {
        assertEquals(
                "application (jpackage-maven-plugin runs jpackage)", kindWith(groupId + ":jpackage-maven-plugin", """
                <executions><execution><goals><goal>jpackage</goal></goals></execution></executions>"""));
    }

    @Test
    void aNativeImageIsAnApplication() throws Exception {
        assertEquals(
                "application (a main class is configured in native-maven-plugin)",
                kindWith("org.graalvm.buildtools:native-maven-plugin", """
                <configuration>
                  <mainClass>com.acme.Main</mainClass>
                  <sharedLibrary>false</sharedLibrary>
                  <buildArgs><buildArg>--static</buildArg></buildArgs>
                </configuration>"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sharedLibrary>true</sharedLibrary>",
                "<buildArgs><arg>-O3</arg><buildArg>--shared</buildArg></buildArgs>"
            })
    void aNativeSharedLibraryIsHosted(String shared) throws Exception {
        assertEquals(
                "hosted (native-maven-plugin makes a shared library)",
                kindWith("org.graalvm.buildtools:native-maven-plugin", """
                <configuration>
                  <mainClass>com.acme.Main</mainClass>
                  %s
                </configuration>""".formatted(shared)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"build-image", "build-image-no-fork"})
    void anImageOfSpringBootsIsAnApplication(String goal) throws Exception {
        assertEquals(
                "application (spring-boot-maven-plugin runs " + goal + ")",
                kindWith("org.springframework.boot:spring-boot-maven-plugin", """
                <executions><execution><goals><goal>%s</goal></goals></execution></executions>""".formatted(goal)));
    }
}
