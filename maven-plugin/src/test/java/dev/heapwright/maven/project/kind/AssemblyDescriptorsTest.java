package dev.heapwright.maven.project.kind;

import static dev.heapwright.maven.project.kind.Modules.LIBRARY;
import static dev.heapwright.maven.project.kind.Modules.kindIn;
import static dev.heapwright.maven.project.kind.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyDescriptorsTest {
    private static final String BUNDLE = "bundle (maven-assembly-plugin makes a jar with dependencies)";
    private static final String MERGED = """
            <assembly xmlns="http://maven.apache.org/ASSEMBLY/2.2.0">
              <id>uber</id>
              <formats><format>zip</format><format>jar</format></formats>
              <dependencySets><dependencySet><unpack>true</unpack></dependencySet></dependencySets>
            </assembly>""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void aJarIntoWhichDependenciesAreUnpackedIsABundle() throws Exception {
        Files.writeString(folder.resolve("uber.xml"), MERGED);
        assertEquals(BUNDLE, kindWith("<descriptors><descriptor>uber.xml</descriptor></descriptors>"));
    }

    @Test
    void soIsOneThatIsDescribedInThePom() throws Exception {
        assertEquals(
                BUNDLE,
                kindWith("<inlineDescriptors>"
                        + MERGED.replaceFirst("<assembly[^>]*>", "<inlineDescriptor>")
                                .replace("</assembly>", "</inlineDescriptor>")
                        + "</inlineDescriptors>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<assembly><formats><format>zip</format></formats>"
                        + "<dependencySets><dependencySet><unpack>true</unpack></dependencySet></dependencySets></assembly>",
                "<assembly><formats><format>jar</format></formats>"
                        + "<dependencySets><dependencySet><unpack>false</unpack></dependencySet></dependencySets></assembly>",
                "<assembly><formats><format>jar</format></formats></assembly>",
                "<assembly><formats>",
                ""
            })
    void anyOtherAssemblyIsNone(String descriptor) throws Exception {
        Files.writeString(folder.resolve("other.xml"), descriptor);
        assertEquals(LIBRARY, kindWith("<descriptors><descriptor>other.xml</descriptor></descriptors>"));
    }

    @Test
    void neitherIsOneThatIsNotThereOrThatTheBuildMakes() throws Exception {
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/uber.xml"), MERGED);
        assertEquals(LIBRARY, kindWith("<descriptors><descriptor>target/uber.xml</descriptor></descriptors>"));
        assertEquals(LIBRARY, kindWith("<descriptors><descriptor>absent.xml</descriptor></descriptors>"));
    }

    private String kindWith(String configuration) throws Exception {
        return kindIn(folder, plugin("maven-assembly-plugin", "<configuration>" + configuration + "</configuration>"));
    }
}
