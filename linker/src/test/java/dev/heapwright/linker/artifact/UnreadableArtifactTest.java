package dev.heapwright.linker.artifact;

import static dev.heapwright.linker.artifact.DamagedArtifacts.CLASS;
import static dev.heapwright.linker.artifact.DamagedArtifacts.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.heapwright.linker.testing.ClassFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts that are no jars, or were damaged by accident. */
class UnreadableArtifactTest {
    @TempDir
    private Path temporary;

    @Test
    void whatIsNoJarIsUnreadable() throws Exception {
        Path jar = Files.writeString(temporary.resolve("pool-1.2.jar"), "this is no jar");
        assertEquals("""
                [Heapwright/UnreadableArtifact] com.acme:pool:1.2 cannot be read
                    at pool-1.2.jar
                    zip END header not found
                  help: delete the file and build again, so that it is downloaded or rebuilt
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""", refusal(jar));
    }

    @Test
    void anEmptyFileIsUnreadable() throws Exception {
        unreadable("zip file is empty", Files.createFile(temporary.resolve("pool-1.2.jar")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.99})
    void aJarThatWasCutOffIsUnreadable(double part) throws Exception {
        Path jar = pool().jar();
        Bytes.truncate(jar, part);
        unreadable("zip END header not found", jar);
    }

    @Test
    void aJarThatEndsInTheMiddleOfItsCommentIsUnreadable() throws Exception {
        Path jar = pool().jar();
        byte[] content = Files.readAllBytes(jar);
        content[content.length - 1] = 1;
        Files.write(jar, content);
        // Java 17 gives no reason.
        assertFalse(refusal(jar).contains("null"), refusal(jar));
    }

    @Test
    void aJarWithADamagedEntryIsUnreadable() throws Exception {
        Path jar = pool().write("com/acme/Pool.class", incompressible()).jar();
        byte[] content = Files.readAllBytes(jar);
        int entry = new String(content, StandardCharsets.ISO_8859_1).indexOf(CLASS) + CLASS.length();
        Arrays.fill(content, entry, entry + 40, (byte) 0xFF);
        Files.write(jar, content);
        unreadable("invalid block type", jar);
    }

    @Test
    void aJarWithAnEntryNameThatIsNoTextIsUnreadable() throws Exception {
        Path jar = pool().write("com/acme/x.txt", "").jar();
        Bytes.replace(jar, "com/acme/x.txt", "com/acme/\u00FF.txt");
        // Newer versions of Java say "bad entry name or comment".
        assertEquals(
                unreadable(jar, "invalid CEN header (bad entry name)"),
                refusal(jar).replace(" or comment", ""));
    }

    private ClassFolder pool() {
        return DamagedArtifacts.pool(temporary);
    }

    /** {@return bytes that deflate must spell out, so that there is something to damage} */
    private static byte[] incompressible() {
        byte[] bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private void unreadable(String why, Path jar) {
        assertEquals(unreadable(jar, why), refusal(jar));
    }

    private static String unreadable(Path jar, String why) {
        return """
                [Heapwright/UnreadableArtifact] com.acme:pool:1.2 cannot be read
                    at %s
                    %s
                  help: delete the file and build again, so that it is downloaded or rebuilt
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""".formatted(jar.getFileName(), why);
    }
}
