package dev.heapwright.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;

class ConstantTextsTest {
    private static final int MAJOR_VERSION = 7;

    @Test
    void aClassThatNamesNothingIsKnownByItsConstantsAlone() {
        byte[] bytes = with("com/acme/Quiet", 42L);
        assertTrue(ConstantTexts.nameNoMemory(bytes, bytes.length));
        int shortest = bytes.length;
        while (ConstantTexts.nameNoMemory(bytes, shortest - 1)) {
            shortest--;
        }
        // What follows the constants is two sizes of nothing, three of names, and four of members, at least.
        assertTrue(shortest <= bytes.length - 2 * 7, shortest + " of " + bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocateDirect",
                "load",
                "java/util/zip/Inflater",
                "java.lang.foreign.Arena",
                "jnr/ffi/Memory",
                "(J)Ljava/nio/MappedByteBuffer;"
            })
    void aNameIsFound(String name) {
        byte[] bytes = with(name);
        assertFalse(ConstantTexts.nameNoMemory(bytes, bytes.length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocateDirectly",
                "reload",
                "loads",
                "org/java/util/zip/Inflater",
                "Ljava/nio/MappedByteBuffer;",
                ""
            })
    void whatIsAlikeIsNotOne(String name) {
        byte[] bytes = with(name);
        assertTrue(ConstantTexts.nameNoMemory(bytes, bytes.length));
    }

    @Test
    void nothingIsSaidOfAFileInWhichLettersMayBeWrittenInOtherWays() {
        byte[] bytes = with("com/acme/Quiet");
        bytes[MAJOR_VERSION] = 47;
        assertFalse(ConstantTexts.nameNoMemory(bytes, bytes.length));
    }

    @Test
    void norOfWhatIsNoClassFile() {
        byte[] text = "no class file, but long enough".getBytes(StandardCharsets.US_ASCII);
        assertFalse(ConstantTexts.nameNoMemory(text, text.length));
        assertFalse(ConstantTexts.nameNoMemory(new byte[0], 0));
        byte[] bytes = with("com/acme/Quiet");
        bytes[10] = 99;
        assertFalse(ConstantTexts.nameNoMemory(bytes, bytes.length));
    }

    private static byte[] with(Object... constants) {
        ClassWriter writer = MemoryPlacesTest.chunks();
        Arrays.stream(constants).forEach(each -> {
            if (each instanceof String text) {
                writer.newUTF8(text);
            } else {
                writer.newConst(each);
            }
        });
        return writer.toByteArray();
    }
}
