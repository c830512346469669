package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a library that replaces malloc; the tests of the native allocators have some. */
class ProcessMallocTest {
    private static final String OLD_JAVA = "unknown: it can be looked up on Java 22 and newer";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void itIsTheCLibrarysIfNothingElseWasLinkedOrPreloaded() throws Exception {
        assumeLinux();
        String printed = printed(program());
        assertTrue(
                Platform.FOREIGN
                        ? printed.matches("/\\S+/libc\\.so\\.6 \\(the C library\\)")
                        : printed.equals(OLD_JAVA),
                printed);
    }

    /** Each JDK has a library to preload that replaces functions of the C library: those for signals. */
    @Test
    void aPreloadedLibraryWithoutMallocDoesNotMatter() throws Exception {
        assumeLinux();
        String printed = printed(program().withVariable("LD_PRELOAD", jsig().toString()));
        assertTrue(Platform.FOREIGN ? printed.endsWith(" (the C library)") : printed.equals(OLD_JAVA), printed);
    }

    @Test
    void onOldJavasALibraryOfOursIsKnownByItsName() throws Exception {
        assumeLinux();
        Path library = Files.copy(jsig(), folder.resolve("libheapwright-pool.so"));
        String printed = printed(program().withVariable("LD_PRELOAD", "no-such.so:" + library));
        assertTrue(
                Platform.FOREIGN ? printed.endsWith(" (the C library)") : printed.equals(library + " (preloaded)"),
                printed);
    }

    @Test
    void itIsUnknownIfNativeAccessIsDenied() throws Exception {
        assumeLinux();
        Assumptions.assumeTrue(Runtime.version().feature() >= 24, "native access cannot be denied on this Java");
        String printed = printed(Programs.onClassPath("--illegal-native-access=deny"));
        assertTrue(printed.startsWith("unknown: java.lang.IllegalCallerException: "), printed);
    }

    @Test
    void onOtherSystemsItIsUnknown() {
        Assumptions.assumeFalse(Platform.NAME.startsWith("linux/"));
        assertEquals(
                "unknown: it can be looked up on Linux only",
                ProcessMalloc.current().toString());
    }

    private static void assumeLinux() {
        Assumptions.assumeTrue(Platform.NAME.startsWith("linux/"));
    }

    private static Path jsig() {
        return Path.of(System.getProperty("java.home"), "lib", "libjsig.so");
    }

    private static ChildJvm program() {
        return Platform.FOREIGN ? Programs.onClassPath("--enable-native-access=ALL-UNNAMED") : Programs.onClassPath();
    }

    /** The line that is printed on its own: the dynamic linker reports libraries that do not exist. */
    private static String printed(ChildJvm program) throws IOException, InterruptedException {
        return program.run(PrintProcessMalloc.class)
                .succeeded()
                .printed()
                .lines()
                .filter(line -> !line.startsWith("ERROR: ld.so: "))
                .reduce("", String::concat);
    }
}
