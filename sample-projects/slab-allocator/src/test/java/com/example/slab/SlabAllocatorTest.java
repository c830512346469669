package com.example.slab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testkit.AllocatorContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlabAllocatorTest {
    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(SlabAllocator.class);
    }

    @Test
    void aBlockDoesNotMoveWhileTheSizeIsOfItsClass() {
        long block = SlabAllocator.allocate(1030, 8);
        assertEquals(block, SlabAllocator.reallocate(block, 1030, 1280, 8));
        long moved = SlabAllocator.reallocate(block, 1280, 1281, 8);
        assertNotEquals(block, moved);
        SlabAllocator.deallocate(moved, 1281, 8);
    }

    @Test
    void aBlockGrowsInPlaceUpToItsUsableSize() {
        long block = SlabAllocator.allocate(4000, 8);
        assertEquals(4096, SlabAllocator.reallocateInplace(block, 4000, 4000, 8));
        assertEquals(4096, SlabAllocator.reallocateInplace(block, 4000, 4096, 8));
        assertEquals(4096, SlabAllocator.reallocateInplace(block, 4096, 4097, 8));
        assertEquals(4096, SlabAllocator.reallocateInplace(block, 4096, Long.MAX_VALUE, 8));
        SlabAllocator.deallocate(block, 4000, 8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, (1L << 62) + 1, Long.MAX_VALUE - 4096, Long.MAX_VALUE - 4095, Long.MAX_VALUE})
    void theUsableSizeOfASizeThatNoMachineHasDoesNotOverflow(long size) {
        for (long align = 1; align <= 1 << 20; align *= 2) {
            assertTrue(SlabAllocator.usableSize(size, align) >= size, "aligned to " + align);
        }
    }
}
