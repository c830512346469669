package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeFilesTest {
    private static final String ZEROS = "0".repeat(64);
    private static final String LETTERS = "0123456789abcdef".repeat(4);

    @Test
    void aListHasTheFormatOfSha256sum() {
        NativeFiles files = NativeFiles.parse("pool", """
                %s *linux/x64/org/acme/libpool.so
                %s  windows/arm64/pool-2.dll
                """.formatted(ZEROS, LETTERS));

        assertEquals(
                List.of(
                        new NativeFile(ZEROS, "linux/x64/org/acme/libpool.so"),
                        new NativeFile(LETTERS, "windows/arm64/pool-2.dll")),
                files.files());
    }

    @Test
    void thePathStartsWithThePlatformOrWithMetaInfAndThePlatform() {
        assertEquals("linux/x64", new NativeFile(ZEROS, "linux/x64/org/acme/libpool.so").platform());
        assertEquals("linux/x64", new NativeFile(ZEROS, "META-INF/heapwright-natives/linux/x64/libpool.so").platform());
    }

    @Test
    void windowsLineEndsAreAccepted() {
        assertEquals(
                List.of(new NativeFile(ZEROS, "linux/x64/libpool.so")),
                NativeFiles.parse("pool", ZEROS + "  linux/x64/libpool.so\r\n").files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "linux/x64/libpool.so",
                "$ZEROS",
                "$ZEROS ",
                "$ZEROS  ",
                "$ZEROS linux/x64/libpool.so",
                "$ZEROS   linux/x64/libpool.so",
                "$ZEROS\tlinux/x64/libpool.so",
                "0$ZEROS  linux/x64/libpool.so",
                "ABCDEF  linux/x64/libpool.so",
                "../../../x  linux/x64/libpool.so",
                "$ZEROS  libpool.so",
                "$ZEROS  linux/libpool.so",
                "$ZEROS  linux/x64/",
                "$ZEROS  META-INF/heapwright-natives/linux/libpool.so",
                "$ZEROS  META-INF/linux/x64/libpool.so",
                "$ZEROS  META-INF/heapwright-natives/META-INF/heapwright-natives/linux/x64/libpool.so",
                "$ZEROS  /linux/x64/libpool.so",
                "$ZEROS  linux//x64/libpool.so",
                "$ZEROS  linux/x64/../libpool.so",
                "$ZEROS  ../x64/libpool.so",
                "$ZEROS  linux/../libpool.so",
                "$ZEROS  linux/x64/..",
                "$ZEROS  linux/x64/.libpool.so",
                "$ZEROS  linux\\x64\\libpool.so",
                "$ZEROS  linux/x64/libpool.so ",
                "$ZEROS  linux/x64/C:libpool.so",
                "$ZEROS  linux/x64/libpool.so\u0000",
                "$ZEROS  linux/x64/lib pool.so",
                "$ZEROS  linux/x64/l\u00efbpool.so"
            })
    void aLineThatIsOtherwiseIsRefusedAndQuoted(String line) {
        String malformed = line.replace("$ZEROS", ZEROS);
        String good = ZEROS + "  linux/x64/libpool.so\n";

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> NativeFiles.parse("pool", line.isEmpty() ? "" : good + malformed + "\n"));

        assertEquals(malformed.strip(), String.valueOf(refusal.getMessage()).strip());
    }

    @Test
    void thePlatformIsTheStartOfThePath() {
        assertEquals("linux/x64", new NativeFile(ZEROS, "linux/x64/org/acme/libpool.so").platform());
        assertEquals("freebsd/x64", new NativeFile(ZEROS, "freebsd/x64/libpool.so").platform());
    }

    @Test
    void aFileIsExtractedUnderANameUniqueToItsContent() {
        assertEquals(LETTERS + "-libpool.so", new NativeFile(LETTERS, "linux/x64/org/acme/libpool.so").extractedName());
    }
}
