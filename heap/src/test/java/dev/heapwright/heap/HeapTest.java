package dev.heapwright.heap;

import static dev.heapwright.heap.RecordingBinding.TOO_LARGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeapTest {
    private static final long ADDRESS = RecordingBinding.ADDRESS;

    @BeforeEach
    void forgetCalls() {
        RecordingBinding.calls();
    }

    @Test
    void everyFunctionCallsTheBinding() {
        assertEquals(ADDRESS, Heap.allocate(10, 8));
        assertEquals(ADDRESS, Heap.allocateZeroed(11, 1));
        assertEquals(2 * ADDRESS, Heap.reallocate(ADDRESS, 12, 13, 16));
        assertEquals(15, Heap.reallocateInplace(ADDRESS, 13, 14, 1L << 62));
        assertEquals(17, Heap.usableSize(15, 32));
        Heap.deallocate(ADDRESS, 16, 64);
        assertEquals(
                List.of(
                        "allocate(10, 8)",
                        "allocateZeroed(11, 1)",
                        "reallocate(4096, 12, 13, 16)",
                        "reallocateInplace(4096, 13, 14, 4611686018427387904)",
                        "usableSize(15, 32)",
                        "deallocate(4096, 16, 64)"),
                RecordingBinding.calls());
    }

    @Test
    void itsBindingSaysWhatTheBuildLogged() {
        assertEquals(
                "com.acme.PoolAllocator 1.2 (linked explicitly)", Heap.binding().toString());
        assertEquals("com.acme.PoolAllocator", Heap.binding().allocator());
        assertEquals("1.2", Heap.binding().version());
        assertEquals("linked explicitly", Heap.binding().reason());
    }

    static Stream<Arguments> illegalArguments() {
        String size = "size is -1, must be 0 or greater";
        String oldSize = "oldSize is -1, must be 0 or greater";
        String noAddress = "address is 0, which is not a block";
        return Stream.of(
                        Stream.of(
                                illegal(size, () -> Heap.allocate(-1, 8)),
                                illegal(size, () -> Heap.allocateZeroed(-1, 8)),
                                illegal(size, () -> Heap.usableSize(-1, 8)),
                                illegal(size, () -> Heap.allocate(-1, 3)),
                                illegal(size, () -> Heap.reallocate(ADDRESS, 8, -1, 8)),
                                illegal(size, () -> Heap.reallocate(ADDRESS, 0, -1, 8)),
                                illegal(size, () -> Heap.reallocateInplace(ADDRESS, 8, -1, 8)),
                                illegal(size, () -> Heap.reallocateInplace(ADDRESS, 0, -1, 8)),
                                illegal(
                                        "size is -9223372036854775808, must be 0 or greater",
                                        () -> Heap.allocate(Long.MIN_VALUE, 8)),
                                illegal(oldSize, () -> Heap.deallocate(ADDRESS, -1, 8)),
                                illegal(oldSize, () -> Heap.reallocate(ADDRESS, -1, 8, 8)),
                                illegal(oldSize, () -> Heap.reallocateInplace(ADDRESS, -1, 8, 8)),
                                illegal(noAddress, () -> Heap.deallocate(0, 8, 8)),
                                illegal(noAddress, () -> Heap.deallocate(0, 0, 8)),
                                illegal(noAddress, () -> Heap.reallocate(0, 8, 8, 8)),
                                illegal(noAddress, () -> Heap.reallocateInplace(0, 8, 8, 8)),
                                illegal(size, () -> Heap.resizeInplace(ADDRESS, 8, -1, 8)),
                                illegal(oldSize, () -> Heap.resizeInplace(ADDRESS, -1, 8, 8)),
                                illegal(noAddress, () -> Heap.resizeInplace(0, 8, 8, 8)),
                                illegal(
                                        "size is 0: a block cannot be resized to 0 in place; deallocate it",
                                        () -> Heap.resizeInplace(ADDRESS, 8, 0, 8)),
                                illegal(
                                        "size is 0: a block cannot be resized to 0 in place; deallocate it",
                                        () -> Heap.reallocateInplace(ADDRESS, 8, 0, 8))),
                        Stream.of(0L, -1L, -8L, 3L, 12L, Long.MAX_VALUE, Long.MIN_VALUE)
                                .flatMap(HeapTest::illegalAlignment))
                .flatMap(arguments -> arguments);
    }

    private static Stream<Arguments> illegalAlignment(long align) {
        String message = "align is " + align + ", must be a power of two";
        return Stream.of(
                illegal(message, () -> Heap.allocate(8, align)),
                illegal(message, () -> Heap.allocate(0, align)),
                illegal(message, () -> Heap.allocateZeroed(8, align)),
                illegal(message, () -> Heap.allocateZeroed(0, align)),
                illegal(message, () -> Heap.usableSize(8, align)),
                illegal(message, () -> Heap.usableSize(0, align)),
                illegal(message, () -> Heap.deallocate(ADDRESS, 8, align)),
                illegal(message, () -> Heap.deallocate(ADDRESS, 0, align)),
                illegal(message, () -> Heap.reallocate(ADDRESS, 8, 8, align)),
                illegal(message, () -> Heap.reallocate(ADDRESS, 0, 8, align)),
                illegal(message, () -> Heap.reallocateInplace(ADDRESS, 8, 8, align)),
                illegal(message, () -> Heap.resizeInplace(ADDRESS, 8, 8, align)),
                illegal(message, () -> Heap.resizeInplace(ADDRESS, 0, 8, align)),
                illegal(message, () -> Heap.reallocateInplace(ADDRESS, 0, 8, align)));
    }

    private static Arguments illegal(String message, Executable call) {
        return Arguments.of(message, call);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("illegalArguments")
    void whatIsNoSizeAlignmentOrAddressNeverReachesTheAllocator(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
        assertEquals(List.of(), RecordingBinding.calls());
    }

    @Test
    void aBlockOfSizeZeroHasNoMemory() {
        assertEquals(8, Heap.allocate(0, 8));
        assertEquals(1, Heap.allocate(0, 1));
        assertEquals(1L << 62, Heap.allocateZeroed(0, 1L << 62));
        assertEquals(0, Heap.usableSize(0, 8));
        Heap.deallocate(8, 0, 8);
        assertEquals(0, Heap.reallocateInplace(8, 0, 0, 8));
        assertEquals(0, Heap.reallocateInplace(8, 0, 10, 8));
        assertEquals(8, Heap.reallocate(8, 0, 0, 8));
        assertEquals(List.of(), RecordingBinding.calls());
    }

    @Test
    void resizingFromSizeZeroAllocatesAndResizingToSizeZeroFrees() {
        assertEquals(ADDRESS, Heap.reallocate(8, 0, 10, 8));
        assertEquals(16, Heap.reallocate(ADDRESS, 10, 0, 16));
        assertEquals(List.of("allocate(10, 8)", "deallocate(4096, 10, 16)"), RecordingBinding.calls());
    }

    @Test
    void aBlockThatWasResizedInPlaceHasTheNewSize() {
        assertTrue(Heap.resizeInplace(ADDRESS, 10, 11, 8));
        assertTrue(Heap.resizeInplace(ADDRESS, 20, 12, 8));
        assertEquals(
                List.of("reallocateInplace(4096, 10, 11, 8)", "reallocateInplace(4096, 20, 12, 8)"),
                RecordingBinding.calls());
    }

    @Test
    void aBlockThatCouldNotGrowInPlaceHasItsOldSize() {
        assertFalse(Heap.resizeInplace(ADDRESS, 10, TOO_LARGE, 8));
    }

    /** The result is 10, which is at least the new size, and yet the old usable size. */
    @Test
    void aBlockThatCouldNotShrinkInPlaceHasItsOldSize() {
        assertFalse(Heap.resizeInplace(ADDRESS, 10, 9, 8));
        assertEquals(10, Heap.reallocateInplace(ADDRESS, 10, 9, 8));
    }

    @Test
    void resizingABlockToItsOwnSizeSucceeds() {
        assertTrue(Heap.resizeInplace(ADDRESS, 10, 10, 8));
        assertTrue(Heap.resizeInplace(8, 0, 0, 8));
        assertFalse(Heap.resizeInplace(8, 0, 10, 8));
        assertEquals(List.of("reallocateInplace(4096, 10, 10, 8)"), RecordingBinding.calls());
    }

    static Stream<Executable> exhaustingCalls() {
        return Stream.of(
                () -> Heap.allocate(TOO_LARGE, 16),
                () -> Heap.allocateZeroed(TOO_LARGE, 16),
                () -> Heap.reallocate(ADDRESS, 8, TOO_LARGE, 16),
                () -> Heap.reallocate(16, 0, TOO_LARGE, 16));
    }

    @ParameterizedTest
    @MethodSource("exhaustingCalls")
    void ifTheAllocatorHasNoMemoryTheErrorSaysForWhat(Executable call) {
        HeapExhaustedError error = assertThrows(HeapExhaustedError.class, call);
        assertEquals(TOO_LARGE, error.size());
        assertEquals(16, error.align());
        assertEquals("com.acme.PoolAllocator", error.allocator());
        assertEquals(1, RecordingBinding.calls().size());
    }
}
