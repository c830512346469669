package com.example.slab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ChunkPoolTest {
    private static final int SLABS_PER_CHUNK = (int) (ChunkPool.CHUNK_SIZE / ChunkPool.SLAB_SIZE) - 1;

    private final ChunkPool pool = new ChunkPool();

    @Test
    void slabsAreAlignedAndDoNotOverlap() {
        List<Long> slabs = take(10 * SLABS_PER_CHUNK);
        TreeSet<Long> memory = new TreeSet<>();
        for (long slab : slabs) {
            long start = ChunkPool.memoryOf(slab);
            assertEquals(0, start % ChunkPool.SLAB_SIZE);
            assertEquals(slab, ChunkPool.slabOf(start));
            assertEquals(slab, ChunkPool.slabOf(start + ChunkPool.SLAB_SIZE - 1));
            Memory.fill(start, ChunkPool.SLAB_SIZE, (byte) 1);
            assertTrue(memory.add(start), "taken twice");
        }
        assertEquals(10, pool.chunkCount());
        giveBack(slabs);
    }

    @Test
    void chunksWithoutAUsedSlabAreFreedExceptForOne() {
        Random random = new Random(2);
        List<Long> slabs = take(10 * SLABS_PER_CHUNK);
        Collections.shuffle(slabs, random);
        giveBack(slabs);
        assertEquals(1, pool.chunkCount());

        slabs = take(3 * SLABS_PER_CHUNK + 1);
        assertEquals(4, pool.chunkCount());
        giveBack(slabs);
        assertEquals(1, pool.chunkCount());
    }

    @Test
    void aReturnedSlabIsReusedBeforeAnotherChunkIsAllocated() {
        List<Long> slabs = take(2 * SLABS_PER_CHUNK);
        long one = slabs.get(SLABS_PER_CHUNK / 2);
        pool.giveBack(one);
        assertEquals(one, pool.take());
        assertEquals(2, pool.chunkCount());
        giveBack(slabs);
    }

    @Test
    void threadsNeverHaveTheSameSlab() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        List<Future<?>> runs = new ArrayList<>();
        for (int thread = 1; thread <= 4; thread++) {
            long mark = thread;
            runs.add(executor.submit(() -> {
                for (int i = 0; i < 20_000; i++) {
                    List<Long> slabs = take(3);
                    slabs.forEach(slab -> Memory.putLong(ChunkPool.memoryOf(slab), mark));
                    slabs.forEach(slab -> assertEquals(mark, Memory.getLong(ChunkPool.memoryOf(slab))));
                    giveBack(slabs);
                }
            }));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        executor.shutdown();
        assertEquals(1, pool.chunkCount());
    }

    private List<Long> take(int count) {
        List<Long> slabs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slabs.add(pool.take());
        }
        return slabs;
    }

    private void giveBack(List<Long> slabs) {
        slabs.forEach(pool::giveBack);
    }
}
