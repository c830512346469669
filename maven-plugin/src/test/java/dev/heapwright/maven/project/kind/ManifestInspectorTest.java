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

class ManifestInspectorTest {
    private static final String APPLICATION = "application (a main class is configured in maven-jar-plugin)";

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Path folder;

    @Test
    void anEntryCountsLikeTheMainClassParameter() throws Exception {
        assertEquals(APPLICATION, kind("<manifestEntries><Main-Class>com.acme.Main</Main-Class></manifestEntries>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Premain-Class", "Agent-Class", "Launcher-Agent-Class"})
    void anAgentIsHosted(String entry) throws Exception {
        assertEquals(
                "hosted (maven-jar-plugin's manifest has " + entry + ")",
                kind("<manifestEntries><%1$s>com.acme.Agent</%1$s></manifestEntries>".formatted(entry)));
    }

    @Test
    void anAgentThatCanAlsoBeStartedIsHosted() throws Exception {
        assertEquals("hosted (maven-jar-plugin's manifest has Premain-Class)", kind("""
                <manifest><mainClass>com.acme.Main</mainClass></manifest>
                <manifestEntries><Premain-Class>com.acme.Agent</Premain-Class></manifestEntries>"""));
    }

    @Test
    void otherEntriesAreNoEvidence() throws Exception {
        assertEquals(LIBRARY, kind("""
                <manifestEntries>
                  <Automatic-Module-Name>com.acme</Automatic-Module-Name>
                  <Main-Class> </Main-Class>
                  <Agent-Class>${no.such.property}</Agent-Class>
                </manifestEntries>"""));
    }

    @Test
    void aManifestFileIsRead() throws Exception {
        Files.writeString(folder.resolve("MANIFEST.MF"), """
                Manifest-Version: 1.0
                Main-Class: com.acme.Main
                """);
        assertEquals(APPLICATION, kind("<manifestFile>MANIFEST.MF</manifestFile>"));
        assertEquals(APPLICATION, kind("<manifestFile>${project.basedir}/MANIFEST.MF</manifestFile>"));
    }

    @Test
    void anAgentInAManifestFileIsHosted() throws Exception {
        Files.writeString(folder.resolve("MANIFEST.MF"), """
                Manifest-Version: 1.0
                Launcher-Agent-Class: com.acme.Agent
                Main-Class: com.acme.Main
                """);
        assertEquals(
                "hosted (maven-jar-plugin's manifest has Launcher-Agent-Class)",
                kind("<manifestFile>MANIFEST.MF</manifestFile>"));
    }

    @Test
    void aGeneratedManifestIsNotReadAsItMayNotExistYet() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("target/classes/META-INF"));
        Files.writeString(classes.resolve("MANIFEST.MF"), """
                Manifest-Version: 1.0
                Main-Class: com.acme.Main
                """);
        assertEquals(
                LIBRARY, kind("<manifestFile>${project.build.outputDirectory}/META-INF/MANIFEST.MF</manifestFile>"));
    }

    @Test
    void aMissingOrMalformedManifestFileIsNoEvidence() throws Exception {
        Files.writeString(folder.resolve("broken.mf"), "no colon\n");
        assertEquals(LIBRARY, kind("<manifestFile>broken.mf</manifestFile>"));
        assertEquals(LIBRARY, kind("<manifestFile>missing.mf</manifestFile>"));
        assertEquals(LIBRARY, kind("<manifestFile>.</manifestFile>"));
    }

    private String kind(String archive) throws Exception {
        return kindIn(folder, plugin("maven-jar-plugin", """
                <configuration><archive>%s</archive></configuration>""".formatted(archive)));
    }
}
