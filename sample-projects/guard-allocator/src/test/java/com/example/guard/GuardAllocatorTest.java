package com.example.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.AllocatorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One block in fifty is guarded here: see the POM. */
@DisabledOnOs(OS.WINDOWS)
class GuardAllocatorTest {
    @TempDir
    Path folder;

    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(GuardAllocator.class);
    }

    @Test
    void anOverrunStopsTheProgramWhereItHappens() throws Exception {
        Run run = run("overrun");
        assertNotEquals(0, run.exitCode);
        assertTrue(run.crashLog.contains("si_addr: 0x%016x".formatted(run.block + 24)), run.crashLog);
        assertTrue(run.crashLog.contains("com.example.guard.Mistake.overrun(J)V"), run.crashLog);
    }

    @Test
    void aUseAfterFreeStopsTheProgramWhereItHappens() throws Exception {
        Run run = run("use-after-free");
        assertNotEquals(0, run.exitCode);
        assertTrue(run.crashLog.contains("si_addr: 0x%016x".formatted(run.block)), run.crashLog);
        assertTrue(run.crashLog.contains("com.example.guard.Mistake.useAfterFree(J)V"), run.crashLog);
    }

    @Test
    void aProgramWithoutMistakesRuns() throws Exception {
        Run run = run("none");
        assertEquals(0, run.exitCode, run.output);
        assertTrue(run.output.contains("nobody noticed"), run.output);
    }

    @Test
    void aSmallOverrunBeforeTheGuardIsFoundWhenTheBlockIsFreed() {
        long block = GuardedBlocks.allocate(13, 8);
        Memory.putByte(block + 13, (byte) 0);
        assertEquals(
                "the block of 13 bytes at 0x%x was overrun".formatted(block),
                assertThrows(IllegalStateException.class, () -> GuardAllocator.deallocate(block, 13, 8))
                        .getMessage());
    }

    @Test
    void aDoubleFreeIsRefused() {
        long block = GuardedBlocks.allocate(16, 8);
        GuardAllocator.deallocate(block, 16, 8);
        assertEquals(
                "the block at 0x%x is freed twice".formatted(block),
                assertThrows(IllegalStateException.class, () -> GuardAllocator.deallocate(block, 16, 8))
                        .getMessage());
    }

    private record Run(int exitCode, String output, long block, String crashLog) {}

    /** Runs {@link Mistake} with every block guarded. */
    private Run run(String mistake) throws IOException, InterruptedException {
        Path log = folder.resolve("hs_err.log");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dcom.example.guard.rate=1",
                        "-XX:ErrorFile=" + log,
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mistake.class.getName(),
                        mistake))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exitCode = process.waitFor();
        String printed = Files.readString(output);
        long block = Long.parseUnsignedLong(printed.replaceFirst("(?s).*?block at 0x([0-9a-f]+).*", "$1"), 16);
        return new Run(exitCode, printed, block, Files.exists(log) ? Files.readString(log) : "");
    }
}
