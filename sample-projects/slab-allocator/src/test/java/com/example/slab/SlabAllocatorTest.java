package com.example.slab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract, function by function. */
class SlabAllocatorTest {
    private static final long[] SIZES = {
        1, 7, 8, 9, 16, 17, 100, 128, 129, 1000, 4096, 5000, 8191, 8192, 8193, 12288, 12289, 100_000, 3_000_000
    };

    @ParameterizedTest
    @ValueSource(
            longs = {
                1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 16, 1 << 20,
                1 << 21
            })
    void aBlockIsAlignedAndAllOfItsUsableSizeCanBeWritten(long align) {
        for (long size : SIZES) {
            Block[] blocks = new Block[20];
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = Block.allocate(size, align);
                assertEquals(0, blocks[i].address() % align, size + " aligned to " + align);
                assertTrue(blocks[i].usableSize() >= size);
            }
            for (Block block : blocks) {
                block.deallocate(block.usableSize());
            }
        }
    }

    @Test
    void theUsableSizeIsTheSameForEverySizeFromTheOneAskedForToTheUsableSize() {
        for (long align = 1; align <= 1 << 20; align *= 2) {
            for (long size = 1; size <= 20_000; size += 7) {
                long usable = SlabAllocator.usableSize(size, align);
                assertEquals(usable, SlabAllocator.usableSize((size + usable) / 2, align));
                assertEquals(usable, SlabAllocator.usableSize(usable, align));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 16, 64, 4096, 1 << 14, 1 << 20})
    void reallocationInEveryDirectionKeepsTheContentAndTheAlignment(long align) {
        for (long from : SIZES) {
            for (long to : SIZES) {
                Block block = Block.allocate(from, align).reallocate(to);
                assertEquals(0, block.address() % align, from + " to " + to);
                block.deallocate(to);
            }
        }
    }

    @Test
    void aBlockStaysWhereItIsWhileTheSizeIsOfItsClass() {
        Block block = Block.allocate(1030, 8);
        assertEquals(1280, block.usableSize());
        assertEquals(block.address(), block.reallocate(1280).address());
        assertNotEquals(block.address(), block.reallocate(1281).address());
    }

    @Test
    void inPlaceABlockHasAllOfItsUsableSizeAndNoMore() {
        Block block = Block.allocate(4000, 8);
        assertEquals(4096, SlabAllocator.reallocateInplace(block.address(), 4000, 4000, 8));
        assertEquals(4096, SlabAllocator.reallocateInplace(block.address(), 4000, 4096, 8));
        assertEquals(4096, SlabAllocator.reallocateInplace(block.address(), 4096, 4097, 8));
        assertEquals(4096, SlabAllocator.reallocateInplace(block.address(), 4096, Long.MAX_VALUE, 8));
        block.deallocate(4000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, (1L << 62) + 1, Long.MAX_VALUE - 4096, Long.MAX_VALUE - 4095, Long.MAX_VALUE})
    void aSizeThatNoMachineHasIsRefusedWithZero(long size) {
        for (long align = 1; align <= 1 << 20; align *= 2) {
            assertEquals(0, SlabAllocator.allocate(size, align), "aligned to " + align);
            assertTrue(SlabAllocator.usableSize(size, align) >= size);
        }
    }

    @Test
    void anAlignmentThatNoMachineHasIsRefusedWithZero() {
        for (long size : SIZES) {
            assertEquals(0, SlabAllocator.allocate(size, 1L << 60));
            assertEquals(0, SlabAllocator.allocate(size, 1L << 62));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 8192, 8193, 100_000})
    void aFailedReallocationLeavesTheBlockAsItWas(long size) {
        for (long align = 1; align <= 1 << 20; align *= 4) {
            Block block = Block.allocate(size, align);
            assertEquals(0, SlabAllocator.reallocate(block.address(), size, 1L << 60, align));
            assertEquals(0, SlabAllocator.reallocate(block.address(), block.usableSize(), Long.MAX_VALUE, align));
            block.deallocate(size);
        }
    }
}
