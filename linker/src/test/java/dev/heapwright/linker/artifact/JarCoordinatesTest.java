package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarCoordinatesTest {
    private static final String PROPERTIES = "META-INF/maven/com.acme/pool/pom.properties";

    @TempDir
    private Path temporary;

    private ClassFolder folder;

    @BeforeEach
    void prepare() {
        folder = new ClassFolder(temporary.resolve("pool-1.2"));
    }

    @Test
    void aJarOfMavensSaysWhatItIs() throws Exception {
        folder.write(PROPERTIES, "groupId=com.acme\nartifactId=pool\nversion=1.3\n");
        assertEquals("com.acme:pool:1.3", JarCoordinates.of(folder.jar()).toString());
    }

    @Test
    void aMergedJarIsCalledByItsFile() throws Exception {
        folder.write(PROPERTIES, "groupId=com.acme\nartifactId=pool\nversion=1.3\n")
                .write("META-INF/maven/com.acme/io/pom.properties", "groupId=com.acme\nartifactId=io\nversion=2\n");
        assertEquals("file:pool-1.2:unknown", JarCoordinates.of(folder.jar()).toString());
    }

    @Test
    void whatIsNoNameIsNotTaken() throws Exception {
        folder.write(PROPERTIES, "groupId=../..\nartifactId=pool\nversion=1.3\n");
        assertEquals("file:pool-1.2:unknown", JarCoordinates.of(folder.jar()).toString());
        folder.write(PROPERTIES, "groupId=com.acme\nversion=\\u12\n");
        assertEquals("file:pool-1.2:unknown", JarCoordinates.of(folder.jar()).toString());
    }

    @Test
    void noMoreIsReadThanCoordinatesNeed() throws Exception {
        folder.write(PROPERTIES, "groupId=com.acme\nartifactId=pool\n" + "#".repeat(1 << 20) + "\nversion=1.3\n");
        assertEquals("file:pool-1.2:unknown", JarCoordinates.of(folder.jar()).toString());
    }

    @Test
    void whatIsNoJarIsCalledByItsFile() throws Exception {
        assertEquals(
                "file:classes:unknown",
                JarCoordinates.of(temporary.resolve("classes/")).toString());
        Path torn = Files.writeString(temporary.resolve("a b+.jar"), "torn");
        assertEquals("file:a_b_:unknown", JarCoordinates.of(torn).toString());
    }
}
