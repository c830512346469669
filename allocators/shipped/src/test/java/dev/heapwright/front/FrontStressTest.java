package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threads of both kinds that come and go, pass blocks to each other and run out of memory, while what they keep is given
 * back all the time. A block that two of them had, or one that came back with another size, is found.
 */
class FrontStressTest {
    private static final long OPERATIONS = System.getProperty("thorough") == null ? 300_000 : 1_000_000_000;
    private static final int THREADS = 6;
    private static final long[] SIZES = {16, 16, 64, 64, 100, 500, 3000, 10_000};

    /** Of one block in a hundred: most of their time goes to filling them. */
    private static final long[] LARGE_SIZES = {100_000, 400_000, 2_000_000};

    private static final long[] ALIGNMENTS = {1, 8, 8, 16, 32, 64, 128};

    private final RecordingAllocator behind = new RecordingAllocator();
    private final MagazineFront front = MagazineFront.of(behind, 1 << 20, Long.MAX_VALUE);
    private final AtomicLongArray passed = new AtomicLongArray(64);
    private final List<Held> heldAtEnd = new ArrayList<>();

    /** A block in use. Its first word and its last are its address. */
    private record Held(long address, long size, long align) {}

    @Test
    void platformThreadsNeverShareABlock() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        run(threads, THREADS, OPERATIONS / THREADS);
    }

    @Test
    void norDoThreadsThatComeAndGo() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task));
        for (int i = 0; i < 50; i++) {
            List<Future<?>> some = new ArrayList<>();
            for (int j = 0; j < THREADS; j++) {
                some.add(threads.submit(work(i * THREADS + j, 500)));
            }
            for (Future<?> each : some) {
                each.get();
            }
        }
        threads.shutdown();
        finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 2000})
    void norDoVirtualThreads(int count) throws Exception {
        assumeTrue(Runtime.version().feature() >= 21);
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        run(threads, count, OPERATIONS / 2 / count);
    }

    private void run(ExecutorService threads, int count, long operations) throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread trims = new Thread(() -> {
            for (int i = 0; !isOver.get(); i++) {
                front.kept().trim();
                behind.limitTo(i % 2 == 0 ? Long.MAX_VALUE / 2 : behind.bytes() + 100_000);
            }
        });
        trims.start();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(threads.submit(work(i, operations)));
        }
        for (Future<?> each : all) {
            each.get();
        }
        isOver.set(true);
        trims.join();
        threads.shutdown();
        finish();
    }

    /** All that is left is in use, or kept within the limit. */
    private void finish() {
        assertTrue(front.kept().spent() <= 1 << 20);
        long used = heldAtEnd.stream().mapToLong(Held::size).sum();
        assertTrue(behind.bytes() >= used);
        heldAtEnd.forEach(this::free);
        for (int i = 0; i < passed.length(); i++) {
            clear(i);
        }
        assertTrue(
                behind.bytes() <= front.kept().spent(),
                () -> behind.bytes() + " kept in places for " + front.kept().spent());
    }

    private Callable<Void> work(int seed, long operations) {
        return () -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<Held> held = new ArrayList<>();
            for (long i = 0; i < operations; i++) {
                step(random, held);
            }
            synchronized (heldAtEnd) {
                heldAtEnd.addAll(held);
            }
            return null;
        };
    }

    private void step(SplittableRandom random, List<Held> held) {
        int what = random.nextInt(100);
        if (held.isEmpty() || (what < 40 && held.size() < 40)) {
            long size = size(random);
            long align = ALIGNMENTS[random.nextInt(ALIGNMENTS.length)];
            boolean isZeroed = what % 4 == 0;
            long address = isZeroed ? front.allocateZeroed(size, align) : front.allocate(size, align);
            if (address != 0) {
                assertEquals(0, address & (align - 1));
                assertTrue(!isZeroed || (Memory.getByte(address) | Memory.getByte(address + size - 1)) == 0);
                held.add(marked(new Held(address, size, align)));
            }
            return;
        }
        Held block = held.remove(random.nextInt(held.size()));
        if (what < 70) {
            free(block);
        } else if (what < 85) {
            pass(random.nextInt(passed.length()), block);
        } else if (what < 95) {
            long size = size(random);
            check(block);
            long address = front.reallocate(block.address, block.size, size, block.align);
            if (address == 0) {
                held.add(block);
                return;
            }
            if (Math.min(block.size, size) >= 8) {
                assertEquals(block.address, Memory.getLong(address));
            }
            held.add(marked(new Held(address, size, block.align)));
        } else {
            long usable = front.usableSize(block.size, block.align);
            held.add(marked(new Held(block.address, usable, block.align)));
        }
    }

    private static long size(SplittableRandom random) {
        long[] sizes = random.nextInt(100) == 0 ? LARGE_SIZES : SIZES;
        return 1 + random.nextLong(sizes[random.nextInt(sizes.length)]);
    }

    /** Leaves a block for any thread to free, and frees the one that was there. Its size is within it. */
    private void pass(int place, Held block) {
        check(block);
        if (block.size < 24) {
            free(block);
            return;
        }
        Memory.putLong(block.address + 8, block.size);
        Memory.putLong(block.address + 16, block.align);
        freePassed(passed.getAndSet(place, block.address));
    }

    private void clear(int place) {
        freePassed(passed.getAndSet(place, 0));
    }

    private void freePassed(long address) {
        if (address != 0) {
            free(new Held(address, Memory.getLong(address + 8), Memory.getLong(address + 16)));
        }
    }

    private void free(Held block) {
        check(block);
        Memory.fill(block.address, Math.min(block.size, 64), (byte) 0x77);
        front.deallocate(block.address, block.size, block.align);
    }

    private static Held marked(Held block) {
        if (block.size >= 8) {
            Memory.putLong(block.address, block.address);
        }
        return block;
    }

    private static void check(Held block) {
        if (block.size >= 8) {
            assertEquals(block.address, Memory.getLong(block.address), () -> "another wrote into " + block);
        }
    }
}
