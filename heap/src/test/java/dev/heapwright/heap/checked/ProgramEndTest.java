package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.JvmResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report when a JVM ends, and its exit status. */
class ProgramEndTest {
    private static final String LEAKS = main("Heap.allocate(64, 8);");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void aBlockFreedByTheProgramsOwnShutdownHookIsNoLeak() throws Exception {
        String program = main("""
                long block = Heap.allocate(64, 8);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException e) {
                        return;
                    }
                    Heap.deallocate(block, 64, 8);
                }));
                """);
        assertEquals("", CheckedProgram.errorsOf(folder, program));
        assertEquals("", CheckedProgram.errorsOf(folder, program.replace("/* end */", "System.exit(0);")));
    }

    @Test
    void aHookThatDoesNotEndIsNamed() throws Exception {
        // It ends with the JVM: the requested exit status ends it even if threads are still running.
        JvmResult result =
                CheckedProgram.run(folder, main("""
                Heap.allocate(64, 8);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        Thread.sleep(120_000);
                    } catch (InterruptedException e) {
                        return;
                    }
                }, "drain"));
                """), "-Dheapwright.checked.wait=1", "-Dheapwright.checked.exit=3");
        assertEquals(3, result.exitCode());
        assertTrue(result.errors().contains("\n    still running, and may free some: drain\n"), result.errors());
    }

    @Test
    void theExitStatusIsTheProgramsOwn() throws Exception {
        assertEquals(0, CheckedProgram.run(folder, LEAKS).exitCode());
        assertEquals(
                7,
                CheckedProgram.run(folder, LEAKS.replace("/* end */", "System.exit(7);"))
                        .exitCode());
    }

    @Test
    void theExitStatusSaysThatSomethingWasFoundIfConfigured() throws Exception {
        JvmResult result = CheckedProgram.run(folder, LEAKS, "-Dheapwright.checked.exit=3");
        assertEquals(3, result.exitCode());
        assertTrue(result.errors().startsWith("[Heapwright/Leak] 1 block (64 bytes)"), result.errors());
    }

    @Test
    void otherHooksEndBeforeTheExitStatusIsSet() throws Exception {
        JvmResult result = CheckedProgram.run(folder, main("""
                long block = Heap.allocate(64, 8);
                dev.heapwright.memory.Memory.putByte(block + 64, (byte) 1);
                try {
                    Heap.deallocate(block, 64, 8);
                } catch (Error e) {
                    dev.heapwright.memory.Memory.putByte(block, (byte) 1);
                }
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException e) {
                        return;
                    }
                    System.err.println("written at the end");
                }));
                """), "-Dheapwright.checked.exit=3");
        assertEquals(3, result.exitCode());
        assertTrue(result.errors().startsWith("[Heapwright/UseAfterFree]"), result.errors());
        assertTrue(result.errors().endsWith("\nwritten at the end\n"), result.errors());
    }

    @Test
    void ifNothingWasFoundTheExitStatusIsTheProgramsOwn() throws Exception {
        JvmResult result = CheckedProgram.run(
                folder, main("Heap.deallocate(Heap.allocate(64, 8), 64, 8);"), "-Dheapwright.checked.exit=3");
        assertEquals(0, result.exitCode());
        assertEquals("", result.errors());
    }

    @Test
    void aMillionBlocksOneAfterTheOtherFitIntoASmallHeap() throws Exception {
        assertEquals("", CheckedProgram.errorsOf(folder, main("""
                for (int i = 0; i < 1_000_000; i++) {
                    Heap.deallocate(Heap.allocate(1, 1), 1, 1);
                }
                """), "-Xmx32m"));
    }

    @Test
    void aMillionLeaksAreReportedByPlaceInASmallHeap() throws Exception {
        String errors = CheckedProgram.errorsOf(folder, main("""
                for (int i = 0; i < 500_000; i++) {
                    Heap.allocate(2, 1);
                    Heap.allocate(1, 1);
                }
                """), "-Xmx64m");
        assertEquals("""
                [Heapwright/Leak] 1000000 blocks (1500000 bytes) not freed when the program ended
                    500000 blocks (1000000 bytes), allocated
                      at Main.main
                    500000 blocks (500000 bytes), allocated
                      at Main.main
                  help: free each block when it is no longer used; blocks meant to live until the end are reported, too
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Leak""", MisuseFixture.shown(errors));
    }

    private static String main(String body) {
        return """
                package com.acme;

                import dev.heapwright.heap.Heap;

                public final class Main {
                    public static void main(String[] args) {
                        %s
                        /* end */
                    }
                }
                """.formatted(body);
    }
}
