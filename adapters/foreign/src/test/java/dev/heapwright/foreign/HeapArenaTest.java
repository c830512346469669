package dev.heapwright.foreign;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import dev.heapwright.heap.HeapExhaustedError;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The requirements for every arena, whichever threads it is for. */
@ExtendWith(NothingLeaks.class)
class HeapArenaTest {
    private static final long[] SIZES = {1, 3, 7, 8, 16, 63, 64, 65, 100, 1024, 5000, 1 << 20};

    @ParameterizedTest
    @EnumSource
    void segmentsAreZeroEvenInReusedMemory(Arenas arenas) {
        for (int round = 0; round < 3; round++) {
            try (Arena arena = arenas.open()) {
                for (long size : SIZES) {
                    MemorySegment segment = arena.allocate(size, 1);
                    assertEquals(-1, segment.mismatch(MemorySegment.ofArray(new byte[(int) size])), "size " + size);
                    segment.fill((byte) 0xA5);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void segmentsHaveTheRequestedSizeAndAlignment(Arenas arenas) {
        try (Arena arena = arenas.open()) {
            for (long size : SIZES) {
                for (long align = 1; align <= 1 << 16; align *= 2) {
                    MemorySegment segment = arena.allocate(size, align);
                    assertEquals(size, segment.byteSize());
                    assertEquals(0, segment.address() % align, "alignment " + align);
                    assertTrue(segment.isNative());
                    assertFalse(segment.isReadOnly());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void segmentsDoNotOverlap(Arenas arenas) {
        try (Arena arena = arenas.open()) {
            MemorySegment[] segments = new MemorySegment[1000];
            for (int i = 0; i < segments.length; i++) {
                segments[i] = arena.allocateFrom(JAVA_INT, i, ~i, i);
            }
            for (int i = 0; i < segments.length; i++) {
                assertArrayEquals(new int[] {i, ~i, i}, segments[i].toArray(JAVA_INT));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void segmentsHaveTheScopeOfTheArena(Arenas arenas) {
        MemorySegment segment;
        try (Arena arena = arenas.open()) {
            segment = arena.allocate(JAVA_LONG);
            assertEquals(arena.scope(), segment.scope());
            assertEquals(arena.scope(), segment.asSlice(4).scope());
            assertTrue(segment.scope().isAlive());
        }
        assertFalse(segment.scope().isAlive());
    }

    @ParameterizedTest
    @EnumSource
    void segmentsOfSizeZeroAreDistinct(Arenas arenas) {
        try (Arena arena = arenas.open()) {
            Set<Long> addresses = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                MemorySegment segment = arena.allocate(0, 64);
                assertEquals(0, segment.byteSize());
                assertEquals(0, segment.address() % 64);
                assertNotEquals(0, segment.address());
                assertTrue(addresses.add(segment.address()));
                assertThrows(IndexOutOfBoundsException.class, () -> segment.get(JAVA_BYTE, 0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSegmentCanBeAccessedAfterClose(Arenas arenas) {
        HeapArena arena = arenas.open();
        MemorySegment segment = arena.allocate(16, 8);
        MemorySegment slice = segment.asSlice(8);
        MemorySegment readOnly = segment.asReadOnly();
        arena.close();
        assertThrows(IllegalStateException.class, () -> segment.get(JAVA_LONG, 0));
        assertThrows(IllegalStateException.class, () -> segment.set(JAVA_LONG, 0, 1));
        assertThrows(IllegalStateException.class, () -> segment.fill((byte) 1));
        assertThrows(IllegalStateException.class, () -> slice.get(JAVA_LONG, 0));
        assertThrows(IllegalStateException.class, () -> readOnly.get(JAVA_LONG, 0));
        assertThrows(IllegalStateException.class, () -> segment.asByteBuffer().get(0));
        assertThrows(
                IllegalStateException.class,
                () -> MemorySegment.ofArray(new byte[16]).copyFrom(segment));
    }

    @ParameterizedTest
    @EnumSource
    void theMemoryIsFreedOnClose(Arenas arenas) {
        long before = BlockLedger.OF_HEAP.count();
        HeapArena arena = arenas.open();
        assertEquals(before, BlockLedger.OF_HEAP.count(), "an arena without segments");
        for (int i = 1; i <= 5; i++) {
            arena.allocate(100);
            assertEquals(before + i, BlockLedger.OF_HEAP.count());
        }
        arena.close();
        assertEquals(before, BlockLedger.OF_HEAP.count());
    }

    @ParameterizedTest
    @EnumSource
    void closingTwiceIsIllegal(Arenas arenas) {
        HeapArena arena = arenas.open();
        arena.allocate(16);
        arena.close();
        assertThrows(IllegalStateException.class, arena::close);
    }

    @ParameterizedTest
    @EnumSource
    void allocatingAfterCloseIsIllegal(Arenas arenas) {
        HeapArena arena = arenas.open();
        arena.close();
        assertThrows(IllegalStateException.class, () -> arena.allocate(16, 8));
        assertThrows(IllegalStateException.class, () -> arena.allocate(0, 1));
        assertThrows(IllegalStateException.class, () -> arena.allocate(1000, 8));
    }

    @ParameterizedTest
    @EnumSource
    void aNegativeSizeIsRefused(Arenas arenas) {
        try (Arena arena = arenas.open()) {
            assertThrows(IllegalArgumentException.class, () -> arena.allocate(-1, 1));
            assertThrows(IllegalArgumentException.class, () -> arena.allocate(Long.MIN_VALUE, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAlignmentIsAPowerOfTwo(Arenas arenas) {
        try (Arena arena = arenas.open()) {
            for (long align : new long[] {0, -1, 3, 6, 100, Long.MIN_VALUE}) {
                assertThrows(IllegalArgumentException.class, () -> arena.allocate(8, align));
                assertThrows(IllegalArgumentException.class, () -> arena.allocate(0, align));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void exhaustionLeavesTheArenaUnchanged(Arenas arenas) {
        try (Arena arena = arenas.open()) {
            MemorySegment kept = arena.allocateFrom(JAVA_LONG, 42);
            BlockLedger.OF_HEAP.limitedTo(1000, () -> {
                assertThrows(HeapExhaustedError.class, () -> arena.allocate(1001));
                assertThrows(OutOfMemoryError.class, () -> arena.allocate(1 << 20, 4096));
                assertEquals(1000, arena.allocate(1000).byteSize());
                assertThrows(HeapExhaustedError.class, () -> arena.allocate(1));
            });
            assertEquals(42, kept.get(JAVA_LONG, 0));
            assertEquals(1001, arena.allocate(1001).byteSize());
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsForImpossibleSizesAreRefused(Arenas arenas) {
        try (Arena arena = arenas.open()) {
            assertThrows(HeapExhaustedError.class, () -> arena.allocate(Long.MAX_VALUE, 1));
            assertThrows(HeapExhaustedError.class, () -> arena.allocate(Long.MAX_VALUE - 8, 4096));
        }
    }

    @ParameterizedTest
    @EnumSource
    // Tying memory to an arena is restricted.
    @SuppressWarnings("restricted")
    void foreignSegmentsCanBeTiedToTheArena(Arenas arenas) {
        boolean[] cleaned = {false};
        try (Arena arena = arenas.open();
                Arena other = Arena.ofConfined()) {
            MemorySegment segment = other.allocate(8).reinterpret(8, arena, s -> cleaned[0] = true);
            assertEquals(arena.scope(), segment.scope());
        }
        assertTrue(cleaned[0]);
    }
}
