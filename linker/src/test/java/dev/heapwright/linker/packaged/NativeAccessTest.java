package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeAccessTest {
    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @Test
    void anExecutableJarMustAllowNativeAccess() throws Exception {
        assertEquals(expected("app-3.0.jar", "no such entry"), warnings(25, jars.app(), "Main-Class: com.acme.Main"));
    }

    @Test
    void aJarThatAllowsItIsAccepted() throws Exception {
        assertEquals("", warnings(25, jars.app(), "Main-Class: com.acme.Main\nEnable-Native-Access: ALL-UNNAMED"));
    }

    @Test
    void anyOtherValuePreventsTheStart() throws Exception {
        assertEquals(
                expected("app-3.0.jar", "Enable-Native-Access: dev.heapwright.memory"),
                warnings(25, jars.app(), "Main-Class: com.acme.Main\nEnable-Native-Access: dev.heapwright.memory"));
    }

    @Test
    void aJarThatIsNotExecutableDoesNotNeedIt() throws Exception {
        assertEquals("", warnings(25, jars.app(), "Created-By: Maven JAR Plugin 3.5.1"));
    }

    @Test
    void anOlderJavaDoesNotNeedIt() throws Exception {
        assertEquals("", warnings(21, jars.app(), "Main-Class: com.acme.Main"));
        assertEquals(1, warnings(22, jars.app(), "Main-Class: com.acme.Main").split("NativeAccess]", -1).length - 1);
    }

    @Test
    void theHelpDependsOnTheJar() throws Exception {
        ClassFolder merged =
                manifest(jars.merged(TO_POOL), "Main-Class: com.acme.Main\nCreated-By: Maven Archiver 3.6.2");
        PackagedJar jar = jars.read(merged);
        assertEquals(
                new Dialect.ManifestChange(
                        "app-3.0.jar",
                        true,
                        "Maven Archiver 3.6.2",
                        "com.acme.Main",
                        "Enable-Native-Access",
                        "ALL-UNNAMED"),
                NativeAccess.change(jar));
    }

    private static String expected(String jar, String found) {
        return """
                [Heapwright/NativeAccess] %1$s is executable, but its manifest does not enable native access
                    at %1$s
                    required: Enable-Native-Access: ALL-UNNAMED
                    found:    %2$s
                  help: add it where the jar is made:
                        Enable-Native-Access: ALL-UNNAMED
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeAccess""".formatted(jar, found);
    }

    private static ClassFolder manifest(ClassFolder folder, String manifest) throws IOException {
        return folder.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + manifest + "\n");
    }

    private String warnings(int release, ClassFolder folder, String manifest) throws Exception {
        return jars.text(new NativeAccess(release, PlainDialect.INSTANCE)
                .warnings(List.of(jars.read(manifest(folder, manifest)))));
    }
}
