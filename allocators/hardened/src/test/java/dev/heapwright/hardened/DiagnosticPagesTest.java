package dev.heapwright.hardened;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The mistakes of the pages' examples get the messages that the pages show; without the mistake, each block is freed. */
class DiagnosticPagesTest {
    private final long block = HardenedAllocator.allocate(64, 8);

    @Test
    void doubleFree() throws IOException {
        free(block, 64);
        assertFound("DoubleFree", () -> free(block, 64));
    }

    @Test
    void notLive() throws IOException {
        assertFound("NotLive", () -> free(block + 8, 64));
        free(block, 64);
    }

    @Test
    void blockMismatch() throws IOException {
        assertFound("BlockMismatch", () -> free(block, 60));
        free(block, 64);
    }

    @Test
    void overrun() throws IOException {
        long secret = Memory.getLong(block + 64);
        Memory.putLong(block + 64, 42);
        assertFound("Overrun", () -> free(block, 64));
        Memory.putLong(block + 64, secret);
        free(block, 64);
    }

    @Test
    void useAfterFree() throws IOException {
        free(block, 64);
        byte poison = Memory.getByte(block + 8);
        Memory.putByte(block + 8, (byte) 42);
        assertFound("UseAfterFree", () -> {
            for (int i = 0; i < 100_000; i++) {
                free(HardenedAllocator.allocate(64, 8), 64);
            }
        });
        Memory.putByte(block + 8, poison);
    }

    private static void free(long address, long size) {
        HardenedAllocator.deallocate(address, size, 8);
    }

    private static void assertFound(String id, Executable mistake) throws IOException {
        String message =
                String.valueOf(assertThrows(CorruptionError.class, mistake).getMessage());
        String page = Files.readString(Path.of("..", "..", "docs", "diagnostics", id + ".md"));
        String shown = "```text\n" + message.replaceAll("0x[0-9a-f]+", "0x…") + "\n```";
        assertTrue(page.contains(shown), message);
    }
}
