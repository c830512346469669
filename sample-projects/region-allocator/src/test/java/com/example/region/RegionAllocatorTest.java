package com.example.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.AllocatorContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RegionAllocatorTest {
    @AfterEach
    void everyChunkIsBack() {
        assertEquals(0, RegionSpace.taken());
    }

    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(RegionAllocator.class);
    }

    @Test
    void aClosedRegionForgetsEverything() {
        long first;
        try (Region request = Region.open()) {
            first = RegionAllocator.allocate(100, 8);
            for (int i = 0; i < 100_000; i++) {
                RegionAllocator.allocate(100, 8);
            }
            RegionAllocator.allocate(10 << 20, 8);
            assertTrue(RegionSpace.taken() > 300);
        }
        assertEquals(0, RegionSpace.taken());
        try (Region request = Region.open()) {
            assertEquals(first, RegionAllocator.allocate(100, 8));
        }
    }

    @Test
    void blocksOfARegionAreAlignedAndDoNotOverlap() {
        Random random = new Random(1);
        try (Region request = Region.open()) {
            List<long[]> blocks = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                long size = 1 + random.nextInt(i % 100 == 0 ? 200_000 : 500);
                long align = 1L << random.nextInt(i % 500 == 0 ? 20 : 9);
                long address = RegionAllocator.allocate(size, align);
                assertEquals(0, address % align);
                assertTrue(RegionSpace.contains(address) && RegionSpace.contains(address + size - 1));
                Memory.fill(address, size, (byte) i);
                blocks.add(new long[] {address, size, (byte) i});
            }
            for (long[] block : blocks) {
                assertEquals(block[2], Memory.getByte(block[0]));
                assertEquals(block[2], Memory.getByte(block[0] + block[1] - 1));
            }
        }
    }

    @Test
    void theLastBlockIsResizedInPlaceAndFreedAtOnce() {
        try (Region request = Region.open()) {
            long block = RegionAllocator.allocate(100, 8);
            assertEquals(block, RegionAllocator.reallocate(block, 100, 5000, 8));
            assertEquals(3000, RegionAllocator.reallocateInplace(block, 5000, 3000, 8));
            RegionAllocator.deallocate(block, 3000, 8);
            assertEquals(block, RegionAllocator.allocate(64, 8));
        }
    }

    @Test
    void aBlockBeforeOthersMovesAndKeepsItsContent() {
        try (Region request = Region.open()) {
            long block = RegionAllocator.allocate(16, 8);
            Memory.putLong(block + 8, 42);
            RegionAllocator.allocate(16, 8);
            assertEquals(16, RegionAllocator.reallocateInplace(block, 16, 32, 8));
            long moved = RegionAllocator.reallocate(block, 16, 32, 8);
            assertNotEquals(block, moved);
            assertEquals(42, Memory.getLong(moved + 8));
        }
    }

    @Test
    void blocksFromBeforeARegionOutliveIt() {
        long block = RegionAllocator.allocate(16, 8);
        Memory.putLong(block, 42);
        try (Region request = Region.open()) {
            block = RegionAllocator.reallocate(block, 16, 1 << 20, 8);
            assertFalse(RegionSpace.contains(block));
        }
        assertEquals(42, Memory.getLong(block));
        RegionAllocator.deallocate(block, 1 << 20, 8);
    }

    @Test
    void anInnerRegionForgetsOnlyItsOwnBlocks() {
        try (Region request = Region.open()) {
            long outer = RegionAllocator.allocate(8, 8);
            try (Region part = Region.open()) {
                Memory.putLong(outer, 42);
                Memory.putLong(RegionAllocator.allocate(8, 8), 43);
                assertThrows(IllegalStateException.class, request::close);
            }
            assertEquals(1, RegionSpace.taken());
            assertEquals(42, Memory.getLong(outer));
        }
    }

    @Test
    void anotherThreadMayFreeABlockButAllocatesElsewhere() throws InterruptedException {
        try (Region request = Region.open()) {
            long block = RegionAllocator.allocate(64, 8);
            List<Long> elsewhere = new ArrayList<>();
            Thread other = new Thread(() -> {
                RegionAllocator.deallocate(block, 64, 8);
                elsewhere.add(RegionAllocator.allocate(64, 8));
            });
            other.start();
            other.join();
            assertFalse(RegionSpace.contains(elsewhere.get(0)));
            RegionAllocator.deallocate(elsewhere.get(0), 64, 8);
            assertNotEquals(block, RegionAllocator.allocate(64, 8));
        }
    }

    @Test
    void whenTheMemoryOfRegionsIsUsedUpTheAddressIs0() {
        try (Region request = Region.open()) {
            int count = 0;
            while (RegionAllocator.allocate(1 << 20, 8) != 0) {
                count++;
            }
            assertEquals(256, count);
            assertEquals(0, RegionAllocator.allocate(Long.MAX_VALUE, 1));
            assertEquals(0, RegionAllocator.allocate(1, 1L << 62));
        }
    }
}
