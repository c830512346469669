package dev.heapwright.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import dev.heapwright.heap.HeapExhaustedError;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NothingLeaks.class)
class GrowingAllocatorTest {
    private final long before = BlockLedger.OF_HEAP.count();
    private final long bytesBefore = BlockLedger.OF_HEAP.bytes();

    @ParameterizedTest
    @EnumSource
    void segmentsFollowEachOtherInOneBlock(Arenas arenas) {
        try (HeapArena arena = arenas.open()) {
            GrowingAllocator allocator = new GrowingAllocator(arena);
            assertEquals(before, BlockLedger.OF_HEAP.count(), "no segment, no block");
            MemorySegment first = allocator.allocate(10, 1);
            MemorySegment second = allocator.allocate(5, 1);
            MemorySegment aligned = allocator.allocate(8, 8);
            assertEquals(first.address() + 10, second.address());
            assertEquals(first.address() + 16, aligned.address());
            assertEquals(before + 1, BlockLedger.OF_HEAP.count());
            assertEquals(arena.scope(), aligned.scope());
            assertEquals(8, aligned.byteSize());
        }
    }

    @Test
    void blockSizesDoubleUpToTheLargest() {
        try (HeapArena arena = HeapArena.ofConfined()) {
            GrowingAllocator allocator = new GrowingAllocator(arena, 1024, 4096);
            List<Long> blocks = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                long bytes = BlockLedger.OF_HEAP.bytes();
                allocator.allocate(16, 16);
                if (BlockLedger.OF_HEAP.bytes() > bytes) {
                    blocks.add(BlockLedger.OF_HEAP.bytes() - bytes);
                }
            }
            assertEquals(List.of(1024L, 2048L, 4096L, 4096L), blocks.subList(0, 4));
        }
    }

    @Test
    void aLargeSegmentHasItsOwnBlockAndLaterOnesContinueInTheCurrentBlock() {
        try (HeapArena arena = HeapArena.ofConfined()) {
            GrowingAllocator allocator = new GrowingAllocator(arena, 1024, 4096);
            MemorySegment small = allocator.allocate(16, 1);
            long bytes = BlockLedger.OF_HEAP.bytes();
            MemorySegment large = allocator.allocate(1025, 1);
            assertEquals(bytes + 1025, BlockLedger.OF_HEAP.bytes());
            assertEquals(small.address() + 16, allocator.allocate(16, 1).address());
            large.fill((byte) 1);
        }
    }

    @Test
    void aBlockIsFourTimesAsLargeAsTheSegmentThatNeedsIt() {
        try (HeapArena arena = HeapArena.ofConfined()) {
            new GrowingAllocator(arena, 1024, 1 << 20).allocate(1000, 1);
            assertEquals(bytesBefore + 4000, BlockLedger.OF_HEAP.bytes());
        }
    }

    @Test
    void segmentsKeepTheirContentAndAlignment() {
        try (HeapArena arena = HeapArena.ofConfined()) {
            GrowingAllocator allocator = new GrowingAllocator(arena, 64, 1024);
            List<MemorySegment> segments = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                long align = 1L << i % 13;
                MemorySegment segment = allocator.allocate(i % 700, align);
                assertEquals(0, segment.address() % align);
                segments.add(segment.fill((byte) i));
            }
            for (int i = 0; i < segments.size(); i++) {
                byte[] expected = new byte[i % 700];
                Arrays.fill(expected, (byte) i);
                assertEquals(-1, segments.get(i).mismatch(MemorySegment.ofArray(expected)), "segment " + i);
            }
        }
    }

    @Test
    void segmentsOfSizeZeroAreAllowed() {
        try (HeapArena arena = HeapArena.ofConfined()) {
            MemorySegment empty = new GrowingAllocator(arena).allocate(0, 32);
            assertEquals(0, empty.byteSize());
            assertEquals(0, empty.address() % 32);
            assertNotEquals(0, empty.address());
            assertEquals(0, new GrowingAllocator(arena, 1, 1).allocate(0, 1).byteSize());
        }
    }

    @ParameterizedTest
    @EnumSource
    void allSegmentsEndWithTheArena(Arenas arenas) {
        HeapArena arena = arenas.open();
        GrowingAllocator allocator = new GrowingAllocator(arena);
        MemorySegment segment = allocator.allocateFrom(JAVA_LONG, 7);
        arena.close();
        assertThrows(IllegalStateException.class, () -> segment.get(JAVA_LONG, 0));
        assertThrows(IllegalStateException.class, () -> allocator.allocate(8), "with room in its block");
        assertThrows(IllegalStateException.class, () -> allocator.allocate(8000), "with a new block");
        assertEquals(before, BlockLedger.OF_HEAP.count());
    }

    @Test
    void aThreadOtherThanTheArenasIsRefused() throws Throwable {
        try (HeapArena arena = HeapArena.ofConfined()) {
            GrowingAllocator allocator = new GrowingAllocator(arena);
            MemorySegment first = allocator.allocate(8, 8);
            OtherThread.run(() -> {
                assertThrows(WrongThreadException.class, () -> allocator.allocate(8, 8));
                assertThrows(WrongThreadException.class, () -> allocator.allocate(8000));
                assertThrows(WrongThreadException.class, () -> allocator.resize(first, 16, 8));
                assertThrows(WrongThreadException.class, () -> allocator.resize(first, 80000, 8));
            });
            assertEquals(first.address() + 8, allocator.allocate(8, 8).address(), "it is as it was");
        }
    }

    @Test
    void exhaustionLeavesTheAllocatorUnchanged() {
        try (HeapArena arena = HeapArena.ofConfined()) {
            GrowingAllocator allocator = new GrowingAllocator(arena);
            MemorySegment first = allocator.allocate(8, 8);
            BlockLedger.OF_HEAP.limitedTo(0, () -> {
                assertThrows(HeapExhaustedError.class, () -> allocator.allocate(1 << 20));
                assertEquals(first.address() + 8, allocator.allocate(8, 8).address());
            });
            assertTrue(allocator.allocate(1 << 20).isNative());
        }
    }

    @Test
    void sizesAndAlignmentsAreChecked() {
        try (HeapArena arena = HeapArena.ofConfined()) {
            GrowingAllocator allocator = new GrowingAllocator(arena);
            MemorySegment segment = allocator.allocate(8);
            assertThrows(IllegalArgumentException.class, () -> allocator.allocate(-1, 1));
            assertThrows(IllegalArgumentException.class, () -> allocator.allocate(8, 3));
            assertThrows(IllegalArgumentException.class, () -> allocator.allocate(8, 0));
            assertThrows(IllegalArgumentException.class, () -> allocator.resize(segment, -1, 1));
            assertThrows(IllegalArgumentException.class, () -> allocator.resize(segment, 8, -8));
            assertThrows(HeapExhaustedError.class, () -> allocator.allocate(Long.MAX_VALUE, 1));
            assertThrows(HeapExhaustedError.class, () -> allocator.resize(segment, Long.MAX_VALUE, 1));
            assertThrows(IllegalArgumentException.class, () -> new GrowingAllocator(arena, 0, 1024));
            assertThrows(IllegalArgumentException.class, () -> new GrowingAllocator(arena, 1024, 1023));
        }
    }
}
