package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.APP;
import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeAccessTest {
    private static final String ARCHIVE = """
            <archive>
                      <manifestEntries>
                        <Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>
                      </manifestEntries>
                    </archive>""";

    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @Test
    void anExecutableJarMustAllowNativeAccess() throws Exception {
        assertEquals(
                expected("app-3.0.jar", "no such entry", "maven-jar-plugin", ARCHIVE),
                warnings(25, jars.app(), "Main-Class: com.acme.Main"));
    }

    @Test
    void aJarThatAllowsItIsRight() throws Exception {
        assertEquals("", warnings(25, jars.app(), "Main-Class: com.acme.Main\nEnable-Native-Access: ALL-UNNAMED"));
    }

    @Test
    void anotherValueStopsTheStart() throws Exception {
        assertEquals(
                expected("app-3.0.jar", "Enable-Native-Access: dev.heapwright.memory", "maven-jar-plugin", ARCHIVE),
                warnings(25, jars.app(), "Main-Class: com.acme.Main\nEnable-Native-Access: dev.heapwright.memory"));
    }

    @Test
    void whatIsNotExecutableNeedsItNot() throws Exception {
        assertEquals("", warnings(25, jars.app(), "Created-By: Maven JAR Plugin 3.5.1"));
    }

    @Test
    void onAnOlderJavaMemoryIsReachedInAnotherWay() throws Exception {
        assertEquals("", warnings(21, jars.app(), "Main-Class: com.acme.Main"));
        assertEquals(1, warnings(22, jars.app(), "Main-Class: com.acme.Main").split("NativeAccess]", -1).length - 1);
    }

    @Test
    void theShadePluginHasATransformerForIt() throws Exception {
        String transformer = """
                <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                          <mainClass>com.acme.Main</mainClass>
                          <manifestEntries>
                            <Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>
                          </manifestEntries>
                        </transformer>""";
        assertEquals(
                expected("app-3.0.jar", "no such entry", "maven-shade-plugin", transformer),
                warnings(25, jars.merged(TO_POOL), "Main-Class: com.acme.Main\nCreated-By: Maven JAR Plugin 3.5.1"));
    }

    @Test
    void theAssemblyPluginWritesAManifestOfItsOwn() throws Exception {
        String expected = expected("app-3.0.jar", "no such entry", "maven-assembly-plugin", ARCHIVE);
        ClassFolder merged = jars.merged(TO_POOL);
        assertEquals(expected, warnings(25, merged, "Main-Class: com.acme.Main\nCreated-By: Maven Archiver 3.6.2"));
        assertEquals(
                expected,
                warnings(
                        new NativeAccess(25, false),
                        manifest(merged, "Main-Class: com.acme.Main").jar()));
    }

    @Test
    void ofAWebArchiveItIsTheWarPlugin() throws Exception {
        Path jar = manifest(jars.app(), "Main-Class: com.acme.Main").jar();
        assertEquals(
                expected("app-3.0.war", "no such entry", "maven-war-plugin", ARCHIVE),
                warnings(new NativeAccess(25, true), Files.move(jar, jar.resolveSibling("app-3.0.war"))));
    }

    private static String expected(String jar, String found, String plugin, String xml) {
        return """
                [Heapwright/NativeAccess] %1$s is executable, and its manifest does not allow native access
                    at %1$s
                    required: Enable-Native-Access: ALL-UNNAMED
                    found:    %2$s
                  help: add it by the configuration of %3$s:
                        %4$s
                  more: mvn heapwright:explain -Did=NativeAccess""".formatted(jar, found, plugin, xml);
    }

    private static ClassFolder manifest(ClassFolder folder, String manifest) throws IOException {
        return folder.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + manifest + "\n");
    }

    private String warnings(int release, ClassFolder folder, String manifest) throws Exception {
        return warnings(
                new NativeAccess(release, true), manifest(folder, manifest).jar());
    }

    private String warnings(NativeAccess access, Path jar) throws Exception {
        PackageCheck check = new PackageCheck(APP, TO_POOL);
        return jars.text(access.warnings(check.read(List.of(new FinalJar(jar, "")))));
    }
}
