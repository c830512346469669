package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.GLUE_CLASS;
import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Final jars that no build should produce. A build that merges a dependency packages whatever somebody has put into it.
 */
class HostileJarTest {
    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @Test
    void aFileThatIsNotAJarCannotBeRead() throws Exception {
        Path jar = Files.writeString(temporary.resolve("app-3.0.jar"), "this is no jar");
        assertEquals(
                "[Heapwright/UnreadableArtifact] app-3.0.jar cannot be read",
                jars.problems(TO_POOL, new FinalJar(jar, ""))
                        .lines()
                        .findFirst()
                        .orElse("nothing"));
    }

    @Test
    void aNestedFileThatIsNotAJarIsNamed() throws Exception {
        ClassFolder folder = jars.merged(TO_POOL).write("WEB-INF/lib/broken.jar", "this is no jar");
        assertUnreadable("WEB-INF/lib/broken.jar inside it: zip END header not found", folder);
    }

    @Test
    void aMalformedManifestIsUnreadable() throws Exception {
        assertUnreadable(
                "invalid header field (line 1)", jars.bound(TO_POOL).write("META-INF/MANIFEST.MF", "this is none\n"));
    }

    @Test
    void aJarInAJarThatInflatesWithoutEndIsReadToTheLimitOnly() throws Exception {
        ClassFolder folder =
                jars.merged(TO_POOL).write("lib/bomb.jar", new byte[NestedJars.ALWAYS_ALLOWED + 1024 * 1024]);
        assertUnreadable(
                "lib/bomb.jar inside it: the jars up to this one decompress to more than 16777216 bytes", folder);
    }

    @Test
    void theLimitIsForAllJarsTogether() throws Exception {
        ClassFolder folder = jars.merged(TO_POOL);
        byte[] large = Jars.packed(jars.folder("large").write("zeros", new byte[0]));
        byte[] half = new byte[NestedJars.ALWAYS_ALLOWED / 2];
        // A jar may begin with arbitrary bytes.
        System.arraycopy(large, 0, half, half.length - large.length, large.length);
        folder.write("lib/first.jar", half).write("lib/second.jar", half);
        assertEquals("", jars.problems(TO_POOL, folder));
        assertUnreadable(
                "lib/third.jar inside it: the jars up to this one decompress to more than 16777216 bytes",
                folder.write("lib/third.jar", large));
    }

    @Test
    void ifAJarContainsTooManyJarsNoneIsRead() throws Exception {
        ClassFolder folder = jars.merged(TO_POOL);
        for (int i = 0; i <= NestedJars.MOST; i++) {
            folder.write("lib/" + i + ".jar", "this is no jar");
        }
        assertUnreadable("it contains 2001 jars; the limit is 2000", folder);
    }

    @Test
    void ifThereAreThousandsOfMarkersNoneIsRead() throws Exception {
        ClassFolder folder = jars.folder("app-3.0");
        for (int i = 0; i <= ClassPathRoot.MOST; i++) {
            folder.write("META-INF/heapwright/binding/com.acme.C" + i, "this is no marker");
        }
        assertUnreadable("it contains 1001 files that could be part of a binding; the limit is 1000", folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {GLUE_CLASS, Glue.SERVICE_FILE, Jars.POOL_MARKER})
    void ofWhatIsThereTwiceItIsLuckWhichIsRead(String file) throws Exception {
        assertEquals(
                """
                [Heapwright/BrokenPackage] app-3.0.jar contains files more than once; which copy is read is undefined
                    at app-3.0.jar
                    %s
                  help: have the plugin that builds the jar add each file once
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BrokenPackage""".formatted(file), jars.problems(TO_POOL, new FinalJar(doubled(jars.merged(TO_POOL), file), "")));
    }

    @Test
    void duplicateFilesThatAreNotPartOfABindingAreIgnored() throws Exception {
        ClassFolder folder = jars.merged(TO_POOL)
                .write("META-INF/services/com.acme.Binding", "com.acme.Theirs\n")
                .write("com/acme/Binding.class", "theirs");
        for (String file : List.of("META-INF/services/com.acme.Binding", "com/acme/Binding.class")) {
            assertEquals("", jars.problems(TO_POOL, new FinalJar(doubled(folder, file), "")));
        }
    }

    @Test
    void damagedGlueIsIgnored() throws Exception {
        assertLost(jars.merged(TO_POOL).write(GLUE_CLASS, "this is no class file"));
    }

    @Test
    void glueOutsideTheClassPathIsIgnored() throws Exception {
        ClassFolder folder = jars.merged(TO_POOL);
        assertLost(folder.write("com/acme/HeapwrightBinding.class", folder.read(GLUE_CLASS))
                .delete(GLUE_CLASS));
    }

    @Test
    void aServiceFileIsReadToItsEndOrNotAtAll() throws Exception {
        ClassFolder folder = jars.merged(TO_POOL);
        assertEquals("", jars.problems(TO_POOL, folder.write(Glue.SERVICE_FILE, "\n".repeat(1 << 19) + Jars.GLUE)));
        assertEquals(
                "    app-3.0.jar!/META-INF/services/dev.heapwright.heap.Binding is larger than 1048576 bytes",
                jars.problems(TO_POOL, folder.write(Glue.SERVICE_FILE, "\n".repeat(1 << 20) + Jars.GLUE))
                        .lines()
                        .skip(2)
                        .findFirst()
                        .orElse("nothing"));
    }

    /** {@return a jar that contains a file twice} */
    private static Path doubled(ClassFolder folder, String file) throws IOException {
        String other = file.substring(0, file.length() - 1) + "_";
        Path jar = folder.write(other, folder.read(file)).jar();
        String content = Files.readString(jar, StandardCharsets.ISO_8859_1);
        Files.writeString(jar, content.replace(other, file), StandardCharsets.ISO_8859_1);
        return jar;
    }

    private void assertLost(ClassFolder folder) throws IOException {
        assertEquals(
                "[Heapwright/BrokenPackage] app-3.0.jar does not contain the generated binding to com.acme.pool.Pool",
                jars.problems(TO_POOL, folder).lines().findFirst().orElse("nothing"));
    }

    private void assertUnreadable(String why, ClassFolder folder) throws IOException {
        assertEquals("""
                [Heapwright/UnreadableArtifact] app-3.0.jar cannot be read
                    at app-3.0.jar
                    %s
                  help: delete the file and build again
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""".formatted(why), jars.problems(TO_POOL, folder));
    }
}
