package dev.heapwright.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SharedArenaTest {
    private static final int THREADS = 4;

    @Test
    void everyThreadAllocatesAndReadsAndCloses() throws Throwable {
        Arena arena = HeapArena.ofShared();
        MemorySegment written = OtherThread.call(() -> arena.allocateFrom(JAVA_LONG, 7));
        assertTrue(written.isAccessibleBy(Thread.currentThread()));
        assertEquals(7, written.get(JAVA_LONG, 0));
        OtherThread.run(arena::close);
        assertThrows(IllegalStateException.class, () -> written.get(JAVA_LONG, 0));
    }

    @Test
    void allThreadsAllocateAtOnce() throws Exception {
        long before = BlockLedger.OF_HEAP.count();
        try (Arena arena = HeapArena.ofShared();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Phaser start = new Phaser(THREADS);
            List<Future<List<MemorySegment>>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                long owner = t;
                all.add(threads.submit(() -> {
                    start.arriveAndAwaitAdvance();
                    List<MemorySegment> segments = new ArrayList<>();
                    for (long i = 0; i < 1000; i++) {
                        segments.add(arena.allocateFrom(JAVA_LONG, owner, i));
                    }
                    return segments;
                }));
            }
            for (int t = 0; t < THREADS; t++) {
                List<MemorySegment> segments = all.get(t).get();
                for (int i = 0; i < segments.size(); i++) {
                    assertEquals(t, segments.get(i).getAtIndex(JAVA_LONG, 0));
                    assertEquals(i, segments.get(i).getAtIndex(JAVA_LONG, 1));
                }
            }
            assertEquals(before + THREADS * 1000, BlockLedger.OF_HEAP.count());
        }
        assertEquals(before, BlockLedger.OF_HEAP.count());
    }

    /** A thread that is too late gets an exception, and its block is freed, as {@link NothingLeaks} checks. */
    @Test
    void aThreadThatAllocatesDuringCloseLeaksNothing() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < 50; round++) {
                Arena arena = HeapArena.ofShared();
                CountDownLatch allocating = new CountDownLatch(THREADS);
                List<Future<?>> all = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    all.add(threads.submit(() -> assertThrows(IllegalStateException.class, () -> {
                        arena.allocate(16);
                        allocating.countDown();
                        while (true) {
                            arena.allocate(100);
                        }
                    })));
                }
                allocating.await();
                arena.close();
                for (Future<?> each : all) {
                    each.get();
                }
            }
        }
    }

    @Test
    void ofManyThreadsThatCloseItExactlyOneSucceeds() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < 100; round++) {
                Arena arena = HeapArena.ofShared();
                arena.allocate(16);
                Phaser start = new Phaser(THREADS);
                List<Future<Boolean>> all = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    all.add(threads.submit(() -> {
                        start.arriveAndAwaitAdvance();
                        try {
                            arena.close();
                            return true;
                        } catch (IllegalStateException e) {
                            return false;
                        }
                    }));
                }
                int closed = 0;
                for (Future<Boolean> each : all) {
                    closed += each.get() ? 1 : 0;
                }
                assertEquals(1, closed);
            }
        }
    }

    /** The block is freed once, with its size at that time; otherwise, the ledger of live blocks would throw. */
    @Test
    void aBlockIsNotResizedAndFreedAtTheSameTime() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            for (int round = 0; round < 100; round++) {
                HeapArena arena = HeapArena.ofShared();
                ArenaBlock block = arena.newBlock(1 << 16, 16, false);
                CountDownLatch resizing = new CountDownLatch(1);
                Future<?> resizer = threads.submit(() -> assertThrows(IllegalStateException.class, () -> {
                    for (long i = 0; ; i++) {
                        arena.resizeInplace(block, (1 << 16) + i % 4096);
                        resizing.countDown();
                    }
                }));
                resizing.await();
                arena.close();
                resizer.get();
            }
        }
    }

    @Test
    void itsSegmentsCanBeUsedAsDirectBuffers() {
        try (Arena arena = HeapArena.ofShared()) {
            ByteBuffer buffer = arena.allocate(16).asByteBuffer();
            buffer.putLong(8, 7);
            assertTrue(buffer.isDirect());
            assertEquals(7, buffer.getLong(8));
        }
    }
}
