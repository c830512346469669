package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int THREADS = 4;

    private final MallocBinding heap = new MallocBinding(20_000);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void correctUseByManyThreadsIsNotReported() throws Exception {
        AtomicLongArray shared = new AtomicLongArray(64);
        List<Callable<Boolean>> uses = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            uses.add(() -> {
                for (int step = 0; step < 20_000; step++) {
                    use(shared, random);
                }
                return true;
            });
        }
        for (Future<Boolean> use : threads.invokeAll(uses)) {
            assertTrue(use.get());
        }
        for (int i = 0; i < shared.length(); i++) {
            giveBack(shared.get(i));
        }
        assertEquals("", ExitReportTest.report(heap));
    }

    /** A block in a slot may be from any thread; its size is in its first bytes, and repeated in the others. */
    private void use(AtomicLongArray shared, Random random) {
        long block = shared.getAndSet(random.nextInt(shared.length()), 0);
        int size = 4 + random.nextInt(300);
        if (block != 0 && random.nextInt(3) == 0) {
            giveBack(block);
            block = 0;
        } else if (block != 0 && random.nextBoolean()) {
            int old = Memory.getInt(block);
            if (size > old || heap.reallocateInplace(block, old, size, 8) != size) {
                block = heap.reallocate(block, old, size, 8);
            }
        } else if (block == 0) {
            block = heap.allocate(size, 8);
        } else {
            size = Memory.getInt(block);
        }
        if (block != 0) {
            Memory.fill(block, size, (byte) size);
            Memory.putInt(block, size);
            giveBack(shared.getAndSet(random.nextInt(shared.length()), block));
        }
    }

    private void giveBack(long block) {
        if (block != 0) {
            heap.deallocate(block, Memory.getInt(block), 8);
        }
    }

    @Test
    void ofSeveralThreadsThatFreeTheSameBlockOneSucceeds() throws Exception {
        for (int round = 0; round < 300; round++) {
            long block = heap.allocate(8, 8);
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<String>> frees = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                boolean move = i % 2 == 1;
                frees.add(() -> {
                    start.await();
                    return free(block, move);
                });
            }
            List<String> results = new ArrayList<>();
            for (Future<String> result : threads.invokeAll(frees)) {
                results.add(result.get());
            }
            results.sort(null);
            assertEquals(
                    List.of("[Heapwright/DoubleFree]", "[Heapwright/DoubleFree]", "[Heapwright/DoubleFree]", "right"),
                    results);
        }
    }

    private String free(long block, boolean move) {
        try {
            if (move) {
                heap.deallocate(heap.reallocate(block, 8, 16, 8), 16, 8);
            } else {
                heap.deallocate(block, 8, 8);
            }
            return "right";
        } catch (MisuseError e) {
            return String.valueOf(e.getMessage()).replaceFirst("(?s) .*", "");
        }
    }

    @Test
    void aReportWhileOtherThreadsContinueFindsNoProblem() throws Exception {
        for (int round = 0; round < 20; round++) {
            MallocBinding busy = new MallocBinding(2_000);
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<String>> tasks = new ArrayList<>();
            tasks.add(() -> {
                start.await();
                return ExitReportTest.report(busy);
            });
            for (int i = 1; i < THREADS; i++) {
                tasks.add(() -> {
                    start.await();
                    for (int step = 0; step < 1_000; step++) {
                        long block = busy.allocate(100, 8);
                        boolean shrunk = busy.reallocateInplace(block, 100, 50, 8) < 100;
                        busy.deallocate(block, shrunk ? 50 : 100, 8);
                    }
                    return "";
                });
            }
            for (Future<String> task : threads.invokeAll(tasks)) {
                assertEquals("", task.get().replaceAll("(?s)^\\[Heapwright/Leak].*", ""));
            }
        }
    }
}
