package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CHeapTest {
    static LongStream alignments() {
        return LongStream.iterate(1, align -> align <= 4L << 20, align -> align << 1);
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void blocksHaveTheirAlignmentAndDoNotOverlap(long align) {
        record Held(long address, long size, byte mark) {}
        List<Held> blocks = new ArrayList<>();
        for (long size : new long[] {1, 2, 3, 7, 8, 9, 15, 16, 17, 24, 100, 4095, 4096, 4097, 100_000}) {
            long address = CHeap.alignedAlloc(align, size);
            byte mark = (byte) (blocks.size() + 1);
            blocks.add(new Held(address, size, mark));
            assertNotEquals(0, address);
            assertEquals(0, address % align, "alignment of " + size + " bytes");
            Memory.fill(address, size, mark);
        }
        for (Held block : blocks) {
            for (long i = 0; i < block.size; i++) {
                assertEquals(block.mark, Memory.getByte(block.address + i));
            }
            CHeap.alignedFree(block.address, align);
        }
    }

    @Test
    void everyBlockIsAlignedAsPromisedHoweverSmall() {
        for (long size = 1; size <= 64; size++) {
            long block = CHeap.malloc(size);
            long zeroed = CHeap.calloc(size);
            long resized = CHeap.realloc(CHeap.malloc(100), size);
            assertEquals(0, block % CHeap.ALIGNMENT);
            assertEquals(0, zeroed % CHeap.ALIGNMENT);
            assertEquals(0, resized % CHeap.ALIGNMENT);
            CHeap.free(block);
            CHeap.free(zeroed);
            CHeap.free(resized);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 24, 1000, 50_000})
    void callocZeroesMemoryThatWasUsedBefore(int size) {
        for (int round = 0; round < 20; round++) {
            long used = CHeap.malloc(size);
            Memory.fill(used, size, (byte) 0xFF);
            CHeap.free(used);
            try (Block zeroed = Block.of(size)) {
                assertArrayEquals(new byte[size], zeroed.content());
            }
        }
    }

    static Stream<int[]> resizes() {
        int[] sizes = {1, 15, 16, 17, 100, 5000, 300_000};
        return Arrays.stream(sizes).boxed().flatMap(from -> Arrays.stream(sizes).mapToObj(to -> new int[] {from, to}));
    }

    @ParameterizedTest
    @MethodSource("resizes")
    void reallocKeepsContentUpToTheSmallerSize(int[] fromTo) {
        byte[] content = Block.randomBytes(fromTo[0], 9);
        long address = CHeap.malloc(fromTo[0]);
        Memory.copyFromArray(content, 0, address, content.length);

        address = CHeap.realloc(address, fromTo[1]);

        byte[] kept = new byte[Math.min(fromTo[0], fromTo[1])];
        Memory.copyToArray(address, kept, 0, kept.length);
        assertArrayEquals(Arrays.copyOf(content, kept.length), kept);
        Memory.fill(address, fromTo[1], (byte) 1);
        CHeap.free(address);
    }

    /** On each side of the size at which the kind of call changes, and across it. */
    static Stream<long[]> resizesAcrossTheSmallBlock() {
        long[] sizes = {1, NativeLibrary.SMALL_BLOCK, NativeLibrary.SMALL_BLOCK + 1, 4 * NativeLibrary.SMALL_BLOCK};
        return Arrays.stream(sizes).boxed().flatMap(from -> Arrays.stream(sizes).mapToObj(to -> new long[] {from, to}));
    }

    @ParameterizedTest
    @MethodSource("resizesAcrossTheSmallBlock")
    void aBlockMayBeResizedAndFreedWithItsSize(long[] fromTo) {
        byte[] content = Block.randomBytes((int) fromTo[0], 10);
        for (int round = 0; round < 20; round++) {
            long address = CHeap.malloc(fromTo[0]);
            Memory.copyFromArray(content, 0, address, content.length);

            address = CHeap.realloc(address, fromTo[0], fromTo[1]);

            byte[] kept = new byte[(int) Math.min(fromTo[0], fromTo[1])];
            Memory.copyToArray(address, kept, 0, kept.length);
            assertArrayEquals(Arrays.copyOf(content, kept.length), kept);
            Memory.fill(address, fromTo[1], (byte) 1);
            CHeap.freeSized(address, fromTo[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void anAlignedBlockMayBeFreedWithItsSize(long align) {
        for (long size : new long[] {1, NativeLibrary.SMALL_BLOCK, NativeLibrary.SMALL_BLOCK + 1, 100_000}) {
            for (int round = 0; round < 20; round++) {
                long address = CHeap.alignedAlloc(align, size);
                assertEquals(0, address % align);
                Memory.fill(address, size, (byte) 1);
                CHeap.freeAlignedSized(address, align, size);
            }
        }
    }

    static LongStream hugeSizes() {
        return LongStream.of(
                Long.MAX_VALUE,
                Long.MAX_VALUE - 1,
                Long.MAX_VALUE - 7,
                Long.MAX_VALUE - 16,
                Long.MAX_VALUE - 4096,
                Long.MAX_VALUE - (1L << 20),
                1L << 62,
                -1,
                -4096,
                Long.MIN_VALUE);
    }

    @ParameterizedTest
    @MethodSource("hugeSizes")
    void forASizeThatNoMachineHasTheResultIsZero(long size) {
        assertEquals(0, CHeap.malloc(size));
        assertEquals(0, CHeap.calloc(size));
        alignments().forEach(align -> assertEquals(0, CHeap.alignedAlloc(align, size), "align " + align));
        assertEquals(0, CHeap.alignedAlloc(1L << 62, size));
    }

    @ParameterizedTest
    @MethodSource("hugeSizes")
    void aFailedReallocLeavesTheBlock(long size) {
        byte[] content = Block.randomBytes(1000, 11);
        try (Block block = Block.of(content)) {
            assertEquals(0, CHeap.realloc(block.address(), size));
            assertEquals(0, CHeap.realloc(block.address(), block.bytes(), size));
            assertArrayEquals(content, block.content());
        }
    }

    @Test
    void freeOfZeroDoesNothing() {
        CHeap.free(0);
        CHeap.freeSized(0, 16);
        CHeap.freeSized(0, 1 << 20);
    }
}
