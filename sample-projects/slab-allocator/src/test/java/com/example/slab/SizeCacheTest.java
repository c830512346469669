package com.example.slab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SizeCacheTest {
    private static final int BLOCK_SIZE = 4096;
    private static final int BLOCKS_PER_SLAB = (int) ChunkPool.SLAB_SIZE / BLOCK_SIZE;

    private final ChunkPool pool = new ChunkPool();
    private final SizeCache cache = new SizeCache(BLOCK_SIZE, pool);

    @Test
    void aFreedBlockIsReusedBeforeAnotherSlabIsTaken() {
        List<Long> blocks = allocate(2 * BLOCKS_PER_SLAB);
        long one = blocks.get(BLOCKS_PER_SLAB / 2);
        cache.deallocate(one);
        assertEquals(one, cache.allocate());
        blocks.forEach(cache::deallocate);
    }

    @Test
    void emptySlabsAreReturnedExceptForOne() {
        List<Long> blocks = allocate(150 * BLOCKS_PER_SLAB);
        assertEquals(10, pool.chunkCount());
        Collections.shuffle(blocks, new Random(3));
        blocks.forEach(cache::deallocate);
        // One chunk contains the slab that the cache keeps; the other is the pool's spare one.
        assertTrue(pool.chunkCount() <= 2, pool.chunkCount() + " chunks");
    }

    @Test
    void theLastSlabIsKeptEvenIfItIsEmpty() {
        long block = cache.allocate();
        cache.deallocate(block);
        assertNotEquals(ChunkPool.slabOf(block), pool.take());
        assertEquals(block, cache.allocate());
    }

    private List<Long> allocate(int count) {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(cache.allocate());
        }
        return blocks;
    }
}
