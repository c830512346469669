package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.memory.ProcessMalloc;
import dev.heapwright.memory.ProcessMalloc.Known;
import dev.heapwright.memory.ProcessMalloc.Origin;
import dev.heapwright.memory.ProcessMalloc.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that was built to be started by the launcher, and was not, is refused: as the page of the problem shows. */
class PreloadedProcessTest {
    private static final String LIBRARY = "libheapwright-jemalloc.so";
    private static final Path C_LIBRARY = Path.of("/usr/lib/libc.so.6");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    private Path glue = Path.of("");

    @BeforeEach
    void aProgram() throws IOException {
        glue = Program.preloadedGlue(folder.resolve("glue"), "com.acme", "com.acme.Pool", LIBRARY);
    }

    @Test
    void aProcessThatWasStartedWithTheLibraryIsAsPromised() {
        Path library = Path.of("/opt/heapwright/linux-x64", LIBRARY);
        // A preloaded malloc is never the one that is found through the FFM API.
        assertKept(new Known(Origin.PRELOADED, library, Optional.of(C_LIBRARY)));
        assertKept(new Known(Origin.LINKED, library, Optional.empty()));
    }

    @Test
    void aProcessWithAnotherMallocIsNot() throws IOException {
        ProcessMalloc plain = new Known(Origin.C_LIBRARY, C_LIBRARY, Optional.empty());
        String page = Files.readString(Path.of("..", "docs", "diagnostics", "ProcessNotLinked.md"));
        assertTrue(page.contains("```text\n" + message(plain) + "\n```"), message(plain));
        ProcessMalloc other = new Known(Origin.PRELOADED, Path.of("/usr/lib/libjemalloc.so.2"), Optional.of(C_LIBRARY));
        assertEquals(
                message(plain)
                        .replace(
                                "/usr/lib/libc.so.6 (the C library)",
                                "mixed: /usr/lib/libjemalloc.so.2 (preloaded)"
                                        + ", but /usr/lib/libc.so.6 through the FFM API"),
                message(other));
    }

    @Test
    void whatIsUnknownIsABreachOnlyIfTheLibraryIsNotThere() {
        ProcessMalloc unknown = new Unknown("it can be looked up on Java 22 and newer");
        assertEquals(Optional.empty(), PreloadedProcess.broken(LIBRARY, unknown, name -> false));
        assertTrue(PreloadedProcess.broken(LIBRARY, unknown, LIBRARY::equals)
                .orElseThrow()
                .getMessage()
                .contains("\n    malloc is  unknown: it can be looked up on Java 22 and newer\n"));
    }

    @Test
    void eachCallOfAProgramInAJarIsRefused() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        try (Program program = Program.of(Program.jar(glue))) {
            for (String function : new String[] {"binding", "binding"}) {
                String message = program.call(function);
                assertTrue(message.contains("[Heapwright/ProcessNotLinked] this process was not started"), message);
                assertTrue(message.contains("\n    built for  " + LIBRARY + ", preloaded\n"), message);
            }
        }
    }

    @Test
    void inAClassFolderItMayBeStartedInAnyWay() throws Exception {
        try (Program program = Program.of(glue)) {
            assertEquals("com.acme.Pool 1.0 (linked explicitly)", program.call("binding"));
        }
    }

    private static void assertKept(ProcessMalloc process) {
        assertEquals(Optional.empty(), PreloadedProcess.broken(LIBRARY, process, name -> fail("malloc is known")));
    }

    private static String message(ProcessMalloc process) {
        return PreloadedProcess.broken(LIBRARY, process, name -> fail("malloc is known"))
                .orElseThrow()
                .getMessage();
    }
}
