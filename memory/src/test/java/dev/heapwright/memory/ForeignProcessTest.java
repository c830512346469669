package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignProcessTest {
    @BeforeEach
    void onLinux() {
        Assumptions.assumeTrue(Platform.FOREIGN && Platform.NAME.startsWith("linux/"));
    }

    @Test
    void theHeapsFunctionsAreThoseOfTheCLibraryIfNothingIsBeforeIt() throws Exception {
        assertEquals("""
                malloc libc.so.6
                calloc libc.so.6
                realloc libc.so.6
                free libc.so.6
                aligned_alloc libc.so.6
                """, printed(program(), "malloc", "calloc", "realloc", "free", "aligned_alloc"));
    }

    /** Each JDK has a library to preload that replaces functions of the C library: those for signals. */
    @Test
    void whatIsPreloadedComesBeforeTheCLibrary() throws Exception {
        String preloaded =
                Path.of(System.getProperty("java.home"), "lib", "libjsig.so").toString();
        assertEquals("signal libc.so.6\n", printed(program(), "signal"));
        assertEquals(
                "signal libjsig.so\nmalloc libc.so.6\n",
                printed(program().withVariable("LD_PRELOAD", preloaded), "signal", "malloc"));
    }

    private static ChildJvm program() {
        return Programs.onClassPath("--enable-native-access=ALL-UNNAMED");
    }

    private static String printed(ChildJvm jvm, String... functions) throws Exception {
        return jvm.run(WhichLibrary.class, functions).succeeded().printed();
    }
}
