package com.example.buddy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BuddySpaceTest {
    private static final long START = 1L << 21;
    private static final int LOG_SIZE = 20;

    private final BuddySpace space = new BuddySpace(START, LOG_SIZE);

    @Test
    void buddiesBecomeOneBlockAgain() {
        long first = space.allocate(64, 1);
        long second = space.allocate(1 << 19, 1);
        assertEquals(0, space.allocate(1 << 20, 1));
        space.deallocate(first, 64, 1);
        assertEquals(0, space.allocate(1 << 20, 1));
        space.deallocate(second, 1 << 19, 1);
        assertEquals(START, space.allocate(1 << 20, 1));
    }

    @Test
    void blocksAreAlignedAndDoNotOverlapAndAllMemoryComesBack() {
        Random random = new Random(1);
        TreeMap<Long, long[]> blocks = new TreeMap<>();
        for (int i = 0; i < 100_000; i++) {
            if (random.nextInt(100) < 55) {
                long size = 1 + random.nextInt(1 << random.nextInt(16));
                long align = 1L << random.nextInt(12);
                long address = space.allocate(size, align);
                if (address != 0) {
                    assertEquals(0, address % align);
                    Map.Entry<Long, long[]> before = blocks.floorEntry(address);
                    assertTrue(before == null || before.getKey() + before.getValue()[0] <= address);
                    Long after = blocks.ceilingKey(address);
                    assertTrue(after == null || address + size <= after);
                    assertTrue(address >= START && address + size <= START + (1 << LOG_SIZE));
                    blocks.put(address, new long[] {size, align});
                }
            } else if (!blocks.isEmpty()) {
                Long next = blocks.ceilingKey(START + random.nextInt(1 << LOG_SIZE));
                long address = next == null ? blocks.firstKey() : next;
                long[] block = blocks.remove(address);
                space.deallocate(address, block[0], block[1]);
            }
        }
        blocks.forEach((address, block) -> space.deallocate(address, block[0], block[1]));
        assertEquals(START, space.allocate(1 << LOG_SIZE, 1));
    }

    @Test
    void noBlockIsAlignedToMoreThanTheStart() {
        assertEquals(0, space.allocate(1, 1L << 22));
        assertNotEquals(0, space.allocate(1, 1L << 20));
    }

    @Test
    void theUsableSizeDoesNotOverflow() {
        assertEquals(64, BuddySpace.usableSize(1, 1));
        assertEquals(4096, BuddySpace.usableSize(100, 4096));
        assertEquals(1L << 62, BuddySpace.usableSize((1L << 62) - 1, 1));
        assertEquals(Long.MAX_VALUE, BuddySpace.usableSize(Long.MAX_VALUE, 1));
        assertEquals(0, space.allocate(Long.MAX_VALUE, 1));
    }
}
