package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For a correct program, checked glue behaves like any glue. */
class CheckedBindingTest {
    private static final long FENCES = 2 * TrackedBlock.FENCE;

    private final MallocBinding heap = new MallocBinding(1000);

    @Test
    void theTextSaysThatItIsChecked() {
        assertEquals("com.acme.Malloc 1.0 (linked explicitly, checked)", heap.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 8, 16, 32, 64, 128, 4096, 1 << 20})
    void aBlockIsAlignedAndAllItsBytesMayBeWritten(long align) {
        for (long size : new long[] {1, 7, 64, 1000}) {
            long block = heap.allocate(size, align);
            assertEquals(0, block % align);
            Memory.fill(block, size, (byte) 1);
            heap.deallocate(block, size, align);
        }
        assertEquals("", ExitReportTest.report(heap));
    }

    @Test
    void aNewBlockDoesNotContainZerosUnlessRequested() {
        long fresh = heap.allocate(3, 1);
        long zeroed = heap.allocateZeroed(3, 1);
        assertEquals(List.of(0xA5, 0xA5, 0xA5), bytes(fresh, 3));
        assertEquals(List.of(0, 0, 0), bytes(zeroed, 3));
    }

    @Test
    void theUsableSizeIsTheRequestedSize() {
        assertEquals(13, heap.usableSize(13, 8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4, 100})
    void aBlockThatIsResizedMovesWithItsContent(long size) {
        long block = heap.allocate(3, 16);
        Memory.fill(block, 3, (byte) 7);
        long moved = heap.reallocate(block, 3, size, 16);
        assertNotEquals(block, moved);
        for (long i = 0; i < size; i++) {
            assertEquals(i < 3 ? 7 : (byte) 0xA5, Memory.getByte(moved + i));
        }
        heap.deallocate(moved, size, 16);
        assertEquals("", ExitReportTest.report(heap));
    }

    @Test
    void inPlaceABlockShrinksAndDoesNotGrow() {
        long block = heap.allocate(100, 8);
        Memory.fill(block, 100, (byte) 7);
        assertEquals(100, heap.reallocateInplace(block, 100, 101, 8));
        assertEquals(100, heap.reallocateInplace(block, 100, 100, 8));
        assertEquals(100, heap.reallocateInplace(block, 100, 40, 8), "refused, as every other time");
        assertEquals(40, heap.reallocateInplace(block, 100, 40, 8));
        assertEquals(40, heap.reallocateInplace(block, 40, 100, 8));
        assertEquals(List.of(7, 7), bytes(block + 38, 2));
        heap.deallocate(block, 40, 8);
        assertEquals("", ExitReportTest.report(heap));
    }

    @Test
    void everyOtherAttemptToShrinkInPlaceIsRefused() {
        long block = heap.allocate(100, 8);
        List<Long> usable = new ArrayList<>();
        for (long size = 90, old = 100; size > 0; size -= 10) {
            long result = heap.reallocateInplace(block, old, size, 8);
            usable.add(result);
            old = result < old ? size : old;
        }
        assertEquals(List.of(100L, 80L, 80L, 60L, 60L, 40L, 40L, 20L, 20L), usable);
        heap.deallocate(block, 20, 8);
        assertEquals("", ExitReportTest.report(heap));
    }

    @Test
    void ifTheStackOverflowsTheBlockIsReturnedToTheAllocator() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            MallocBinding heap = new MallocBinding(0);
            long[] blocks = new long[200];
            Thread deep = new Thread(null, () -> allocateFromTheEndOfTheStackOn(heap, blocks), "deep", 256 << 10);
            deep.start();
            deep.join();
            long[] got = Arrays.stream(blocks).filter(block -> block != 0).toArray();
            assertEquals(blocks.length, got.length);
            assertEquals(got.length * (1 + FENCES), heap.given());
            for (long block : got) {
                heap.deallocate(block, 1, 8);
            }
            assertEquals("", ExitReportTest.report(heap));
        }
    }

    /**
     * Recurses to the end of the stack, and tries to allocate a block in each frame on the way back: the first has no
     * room at all, each further one a little more.
     *
     * @return how many blocks were allocated
     */
    @SuppressWarnings("InfiniteRecursion") // The recursion is meant to overflow the stack.
    private static int allocateFromTheEndOfTheStackOn(MallocBinding heap, long[] blocks) {
        int count = 0;
        try {
            count = allocateFromTheEndOfTheStackOn(heap, blocks);
            if (count < blocks.length) {
                blocks[count] = heap.allocate(1, 8);
                count++;
            }
        } catch (StackOverflowError e) {
            // Expected.
        }
        return count;
    }

    @Test
    void ifTheAllocatorHasNoMemoryAllocationFailsAndTheOldBlockIsUnchanged() {
        long block = heap.allocate(2, 8);
        Memory.fill(block, 2, (byte) 7);
        assertEquals(0, heap.allocate(MallocBinding.TOO_LARGE, 8));
        assertEquals(0, heap.allocateZeroed(MallocBinding.TOO_LARGE, 8));
        assertEquals(0, heap.reallocate(block, 2, MallocBinding.TOO_LARGE, 8));
        assertEquals(List.of(7, 7), bytes(block, 2));
        heap.deallocate(block, 2, 8);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 127})
    void forASizeThatLeavesNoRoomForFencesThereIsNoMemory(long size) {
        assertEquals(0, heap.allocate(size, 8));
        assertEquals(0, heap.allocate(size, 1L << 62));
    }

    @Test
    void blocksAreReturnedToTheAllocatorWhenQuarantineIsFull() {
        long first = heap.allocate(400, 8);
        long second = heap.allocate(400, 8);
        heap.deallocate(first, 400, 8);
        assertEquals(2 * (400 + FENCES), heap.given());
        heap.deallocate(second, 400, 8);
        assertEquals(400 + FENCES, heap.given());
    }

    @Test
    void oneLargeBlockPushesAllOthersOutOfQuarantine() {
        for (int i = 0; i < 5; i++) {
            heap.deallocate(heap.allocate(1, 8), 1, 8);
        }
        heap.deallocate(heap.allocate(999, 8), 999, 8);
        assertEquals(0, heap.given());
    }

    @Test
    void resizingAddsAtMostOneBlockToQuarantine() {
        long block = heap.allocate(400, 8);
        for (int i = 0; i < 100; i++) {
            block = heap.reallocate(block, 400, 400, 8);
        }
        assertTrue(heap.given() <= 4 * (400 + FENCES), "given: " + heap.given());
    }

    @Test
    void quarantineDoesNotCauseExhaustion() {
        heap.deallocate(heap.allocate(400, 8), 400, 8);
        heap.has(600);
        long block = heap.allocate(401, 8);
        assertNotEquals(0, block);
        assertEquals(401 + FENCES, heap.given());
        heap.has(500);
        assertEquals(0, heap.reallocate(block, 401, 1, 8));
        heap.deallocate(block, 401, 8);
    }

    @Test
    void quarantineKeepsItsLimitOfBlocks() {
        MallocBinding few = new MallocBinding(new Quarantine.Limits(1_000_000, 3, Long.MAX_VALUE));
        for (int i = 0; i < 10; i++) {
            few.deallocate(few.allocate(1, 1), 1, 1);
        }
        assertEquals(3 * (1 + FENCES), few.given());
    }

    @Test
    void quarantineKeepsItsLimitOfTheJavaHeap() {
        MallocBinding few = new MallocBinding(new Quarantine.Limits(1_000_000_000, Integer.MAX_VALUE, 100_000));
        for (int i = 0; i < 1_000; i++) {
            few.deallocate(few.allocate(1, 1), 1, 1);
        }
        assertTrue(few.given() > 0 && few.given() < 100 * (1 + FENCES), "given: " + few.given());
    }

    private static List<Integer> bytes(long address, int count) {
        List<Integer> bytes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bytes.add(Byte.toUnsignedInt(Memory.getByte(address + i)));
        }
        return bytes;
    }
}
