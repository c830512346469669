package dev.heapwright.foreign;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import dev.heapwright.heap.HeapExhaustedError;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link GrowingAllocator#resize}. */
@ExtendWith(NothingLeaks.class)
class ResizeTest {
    private final HeapArena arena = HeapArena.ofConfined();
    private final GrowingAllocator allocator = new GrowingAllocator(arena, 1024, 4096);

    @AfterEach
    void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    @Test
    void theLastSegmentGrowsInPlace() {
        MemorySegment segment = allocator.allocateFrom(JAVA_LONG, 7);
        MemorySegment grown = allocator.resize(segment, 100, 8);
        assertEquals(segment.address(), grown.address());
        assertEquals(100, grown.byteSize());
        assertEquals(7, grown.get(JAVA_LONG, 0));
        assertEquals(grown.address() + 100, allocator.allocate(1, 1).address());
        assertEquals(8, segment.byteSize(), "the old object is what it was");
        grown.set(JAVA_LONG, 0, 8);
        assertEquals(8, segment.get(JAVA_LONG, 0), "and the same memory");
    }

    @Test
    void memoryReleasedByTheLastSegmentIsReusedByTheNext() {
        MemorySegment segment = allocator.allocate(100, 1);
        MemorySegment shrunk = allocator.resize(segment, 10, 1);
        assertEquals(segment.address(), shrunk.address());
        assertEquals(10, shrunk.byteSize());
        assertEquals(segment.address() + 10, allocator.allocate(50, 1).address());
    }

    @Test
    void aResizedSegmentIsTheLastAgain() {
        MemorySegment segment = allocator.allocate(8, 8);
        long address = segment.address();
        for (int size = 16; size <= 512; size += 16) {
            segment = allocator.resize(segment, size, 8);
            assertEquals(address, segment.address());
        }
        assertEquals(
                address,
                allocator.resize(allocator.resize(segment, 0, 1), 40, 1).address());
    }

    @Test
    void anEarlierSegmentIsCopied() {
        MemorySegment segment = allocator.allocateFrom(JAVA_LONG, 7);
        allocator.allocate(8, 8);
        MemorySegment copy = allocator.resize(segment, 16, 8);
        assertNotEquals(segment.address(), copy.address());
        assertEquals(7, copy.get(JAVA_LONG, 0));
        copy.set(JAVA_LONG, 0, 8);
        assertEquals(7, segment.get(JAVA_LONG, 0), "the old one keeps its memory");
    }

    @Test
    void anEarlierSegmentThatShrinksIsCopiedUpToItsNewSize() {
        MemorySegment segment = allocator.allocateFrom("0123456789");
        allocator.allocate(8, 8);
        MemorySegment copy = allocator.resize(segment, 3, 1);
        assertEquals(3, copy.byteSize());
        assertEquals(-1, copy.mismatch(segment.asSlice(0, 3)));
    }

    @Test
    void aForeignSegmentIsCopied() {
        try (Arena other = Arena.ofConfined()) {
            MemorySegment copy = allocator.resize(other.allocateFrom(JAVA_LONG, 7), 16, 8);
            assertEquals(7, copy.get(JAVA_LONG, 0));
            assertEquals(arena.scope(), copy.scope());
        }
        MemorySegment copy = allocator.resize(MemorySegment.ofArray(new byte[] {1, 2}), 1, 1);
        assertEquals(1, copy.get(JAVA_BYTE, 0));
        assertEquals(5, allocator.resize(MemorySegment.NULL, 5, 1).byteSize());
    }

    @Test
    void nothingIsResizedBeforeTheFirstSegment() {
        assertNotEquals(0, allocator.resize(MemorySegment.NULL, 0, 1).address());
        assertNotEquals(0, allocator.resize(MemorySegment.NULL, 8, 1).address());
    }

    @Test
    void aSegmentWithoutTheRequestedAlignmentIsCopied() {
        allocator.allocate(8, 64);
        MemorySegment segment = allocator.allocateFrom(JAVA_LONG, 7);
        MemorySegment copy = allocator.resize(segment, 16, 64);
        assertEquals(0, copy.address() % 64);
        assertEquals(7, copy.get(JAVA_LONG, 0));
    }

    @Test
    void aSegmentThatOutgrowsItsBlockIsKeptWhereItIsOrCopied() {
        MemorySegment segment = allocator.allocateFrom(JAVA_LONG, 7);
        for (long size = 16; size <= 1 << 16; size *= 2) {
            segment = allocator.resize(segment, size, 8);
            assertEquals(size, segment.byteSize());
            assertEquals(7, segment.get(JAVA_LONG, 0));
            segment.set(JAVA_BYTE, size - 1, (byte) 1);
        }
        allocator.allocate(8, 8);
    }

    /** The bound allocator may or may not be able to grow a block in place; if it is, this is used. */
    @Test
    void aSeparateBlockGrowsWithoutMovingIfTheAllocatorCan() {
        MemorySegment segment = allocator.allocateFrom(JAVA_LONG, new long[100_000]);
        segment.set(JAVA_LONG, 0, 7);
        long blocks = BlockLedger.OF_HEAP.count();
        MemorySegment grown = allocator.resize(segment, 800_008, 8);
        boolean moved = grown.address() != segment.address();
        assertEquals(blocks + (moved ? 1 : 0), BlockLedger.OF_HEAP.count());
        assertEquals(7, grown.get(JAVA_LONG, 0));
        assertEquals(800_008, grown.byteSize());
    }

    @Test
    void exhaustionLeavesTheSegmentUnchanged() {
        MemorySegment segment = allocator.allocateFrom(JAVA_LONG, 7);
        BlockLedger.OF_HEAP.limitedTo(
                0, () -> assertThrows(HeapExhaustedError.class, () -> allocator.resize(segment, 1 << 20, 8)));
        assertEquals(7, segment.get(JAVA_LONG, 0));
        assertEquals(segment.address(), allocator.resize(segment, 16, 8).address(), "it is still the last");
    }

    @Test
    void nothingIsResizedAfterClose() {
        MemorySegment last = allocator.allocate(2000, 8);
        arena.close();
        assertThrows(IllegalStateException.class, () -> allocator.resize(last, 8, 8));
        assertThrows(IllegalStateException.class, () -> allocator.resize(last, 1 << 20, 8));
    }

    @Test
    void aDeadSegmentIsNotCopied() {
        MemorySegment dead;
        try (Arena other = HeapArena.ofConfined()) {
            dead = other.allocate(8);
        }
        allocator.allocate(8);
        assertThrows(IllegalStateException.class, () -> allocator.resize(dead, 16, 8));
        assertTrue(arena.scope().isAlive());
    }
}
