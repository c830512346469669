package com.example.slab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many operations in a random but repeatable order, by one thread and by several. */
class SlabAllocatorLoadTest {
    @Test
    void livingBlocksNeverOverlap() {
        Random random = new Random(17);
        List<Block> blocks = new ArrayList<>();
        TreeMap<Long, Long> ends = new TreeMap<>();
        for (int i = 0; i < 200_000; i++) {
            int choice = random.nextInt(10);
            if (blocks.isEmpty() || choice < 5) {
                Block block = randomBlock(random);
                claim(ends, block);
                blocks.add(block);
            } else {
                int last = blocks.size() - 1;
                int at = random.nextInt(blocks.size());
                Block block = blocks.set(at, blocks.get(last));
                blocks.remove(last);
                ends.remove(block.address());
                if (choice < 8) {
                    block.deallocate(anyOldSize(random, block));
                } else {
                    Block resized = block.reallocate(randomSize(random));
                    claim(ends, resized);
                    blocks.add(resized);
                }
            }
        }
        for (Block block : blocks) {
            block.deallocate(block.size());
        }
    }

    @Test
    void threadsGiveBackWhatOthersAllocated() throws Exception {
        int threads = 8;
        BlockingQueue<Block> exchange = new ArrayBlockingQueue<>(1_000);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(i);
            runs.add(executor.submit(() -> exchangeBlocks(random, exchange)));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        executor.shutdown();
        for (Block block : exchange) {
            block.deallocate(block.size());
        }
    }

    /** Offers blocks to the others; where the queue is full, gives back somebody's instead. */
    private static void exchangeBlocks(Random random, BlockingQueue<Block> exchange) {
        for (int i = 0; i < 50_000; i++) {
            Block block = randomBlock(random);
            if (random.nextInt(4) == 0) {
                block = block.reallocate(randomSize(random));
            }
            while (!exchange.offer(block)) {
                Block other = exchange.poll();
                if (other != null) {
                    other.deallocate(anyOldSize(random, other));
                }
            }
        }
    }

    private static void claim(TreeMap<Long, Long> ends, Block block) {
        long end = block.address() + block.usableSize();
        Map.Entry<Long, Long> before = ends.lowerEntry(end);
        assertTrue(before == null || before.getValue() <= block.address(), () -> block + " overlaps " + before);
        ends.put(block.address(), end);
    }

    private static Block randomBlock(Random random) {
        // Mostly what programs ask for, now and then up to 1 MiB.
        int alignBits = random.nextInt(100) == 0 ? random.nextInt(21) : random.nextInt(7);
        return Block.allocate(randomSize(random), 1L << alignBits);
    }

    /** Small ones are likelier: each power of two has the same share, and those up to 8 KiB the most. */
    private static long randomSize(Random random) {
        int bits = random.nextInt(100) == 0 ? random.nextInt(18) : random.nextInt(14);
        return (1L << bits) + random.nextInt(1 << bits);
    }

    private static long anyOldSize(Random random, Block block) {
        return block.size() + random.nextInt((int) (block.usableSize() - block.size()) + 1);
    }
}
