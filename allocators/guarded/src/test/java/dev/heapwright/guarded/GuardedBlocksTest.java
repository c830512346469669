package dev.heapwright.guarded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import dev.heapwright.memory.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class GuardedBlocksTest {
    private static final int SLOTS = 4;

    @TempDir
    Path folder;

    private final GuardedBlocks blocks = Objects.requireNonNull(GuardedBlocks.reserve(SLOTS, null));

    @Test
    void aBlockEndsWhereTheGuardBegins() {
        for (long size : new long[] {1, 24, 1000, Pages.size()}) {
            long block = blocks.allocate(size, 1);
            assertEquals(0, (block + size) % Pages.size());
            blocks.deallocate(block, size);
        }
    }

    @Test
    void itIsAlignedAndTheBytesBetweenItAndTheGuardAreTestedWhenItIsFreed() throws IOException {
        long block = blocks.allocate(13, 8);
        assertEquals(0, block % 8);
        Memory.putByte(block + 13, (byte) 0);
        assertShown("Overrun", block, () -> blocks.deallocate(block, 13));
    }

    @Test
    void aDoubleFreeIsFound() throws IOException {
        long block = blocks.allocate(16, 8);
        blocks.deallocate(block, 16);
        assertShown("DoubleFree", block, () -> blocks.deallocate(block, 16));
    }

    @Test
    void theSlotThatWasFreedFirstIsUsedFirst() {
        long first = blocks.allocate(16, 8);
        long second = blocks.allocate(16, 8);
        blocks.deallocate(second, 16);
        blocks.deallocate(first, 16);
        for (int i = 0; i < SLOTS - 2; i++) {
            assertNotEquals(second, blocks.allocate(16, 8));
        }
        assertEquals(second, blocks.allocate(16, 8));
        assertEquals(first, blocks.allocate(16, 8));
    }

    @Test
    void whenAllSlotsAreInUseOrABlockIsTooLargeThereIsNone() {
        assertEquals(0, blocks.allocate(Pages.size() + 1L, 1));
        assertEquals(0, blocks.allocate(1, 2L * Pages.size()));
        for (int i = 0; i < SLOTS; i++) {
            assertNotEquals(0, blocks.allocate(16, 8));
        }
        assertEquals(0, blocks.allocate(16, 8));
    }

    @Test
    void aLogThatCannotBeWrittenIsNotKept() {
        GuardedBlocks withoutLog = Objects.requireNonNull(
                GuardedBlocks.reserve(1, folder.resolve("missing").resolve("log")));
        assertNotEquals(0, withoutLog.allocate(16, 8));
    }

    @Test
    void oneInSoManyIsChosen() {
        Sampler sampler = new Sampler(100);
        int chosen = 0;
        for (int i = 0; i < 1_000_000; i++) {
            chosen += sampler.chooses() ? 1 : 0;
        }
        assertTrue(chosen > 8_000 && chosen < 12_000, chosen + " chosen");
    }

    /** The message is the one on the page of its id. */
    private static void assertShown(String id, long block, Executable mistake) throws IOException {
        String message = String.valueOf(assertThrows(GuardError.class, mistake).getMessage());
        String page = Files.readString(Path.of("..", "..", "docs", "diagnostics", id + ".md"));
        assertTrue(page.contains("```text\n" + message.replace("0x%x".formatted(block), "0x…") + "\n```"), message);
    }
}
