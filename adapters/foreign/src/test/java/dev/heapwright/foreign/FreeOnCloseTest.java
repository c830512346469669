package dev.heapwright.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A closed arena has no blocks left, whatever was thrown in the meantime: {@link NothingLeaks} checks that. */
@ExtendWith(NothingLeaks.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FreeOnCloseTest {
    /** Runs the action when the arena is closed. */
    @SuppressWarnings("restricted")
    private static void cleanup(Arena arena, Runnable action) {
        MemorySegment.ofAddress(42).reinterpret(8, arena, segment -> action.run());
    }

    private static HeapArena withBlocks(Arenas arenas) {
        HeapArena arena = arenas.open();
        for (int size = 1; size < 1000; size += 100) {
            arena.allocate(size, 8);
        }
        return arena;
    }

    @ParameterizedTest
    @EnumSource
    void whatACleanupActionThrowsIsThrown(Arenas arenas) {
        for (Throwable thrown :
                List.of(new IllegalStateException("a"), new StackOverflowError("b"), new Exception("c"))) {
            HeapArena arena = withBlocks(arenas);
            new GrowingAllocator(arena).allocate(100);
            cleanup(arena, () -> {
                throw Thrown.<RuntimeException>raise(thrown);
            });
            assertSame(thrown, assertThrows(Throwable.class, arena::close));
            assertFalse(arena.scope().isAlive());
            assertThrows(IllegalStateException.class, arena::close);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalThrowingCleanupActionsBehaveAsWithAnArenaOfTheJdk(Arenas arenas) {
        List<String> ofJdk = failures(arenas.openOfJdk());
        assertEquals(6, ofJdk.size(), "three are run, one is thrown, two are suppressed: " + ofJdk);
        assertEquals(ofJdk, failures(withBlocks(arenas)));
    }

    private static List<String> failures(Arena arena) {
        List<String> log = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            cleanup(arena, () -> {
                log.add("run " + name);
                throw new IllegalArgumentException(name);
            });
        }
        Throwable thrown = assertThrows(IllegalArgumentException.class, arena::close);
        log.add(String.valueOf(thrown.getMessage()));
        Arrays.stream(thrown.getSuppressed()).forEach(each -> log.add("suppressed " + each.getMessage()));
        return log;
    }

    @ParameterizedTest
    @EnumSource
    void aCleanupActionStillHasTheMemoryEvenIfItClosesTheArenaAgain(Arenas arenas) {
        HeapArena arena = withBlocks(arenas);
        long live = BlockLedger.OF_HEAP.count();
        List<Long> seen = new ArrayList<>();
        cleanup(arena, () -> seen.add(BlockLedger.OF_HEAP.count()));
        cleanup(arena, () -> assertThrows(IllegalStateException.class, arena::close));
        arena.close();
        assertEquals(List.of(live), seen);
    }

    @ParameterizedTest
    @EnumSource
    void aBlockThatCannotBeFreedDoesNotKeepOthersFromBeingFreed(Arenas arenas) {
        for (int number : new int[] {1, 2, 10}) {
            HeapArena arena = withBlocks(arenas);
            List<Throwable> thrown = new ArrayList<>();
            Error failure =
                    BlockLedger.OF_HEAP.failing(number, () -> thrown.add(assertThrows(Throwable.class, arena::close)));
            assertEquals(List.of(failure), thrown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureToFreeABlockIsSuppressedByThatOfACleanupAction(Arenas arenas) {
        HeapArena arena = withBlocks(arenas);
        RuntimeException first = new RuntimeException();
        cleanup(arena, () -> {
            throw first;
        });
        Error failure =
                BlockLedger.OF_HEAP.failing(3, () -> assertSame(first, assertThrows(Throwable.class, arena::close)));
        assertEquals(List.of(failure), List.of(first.getSuppressed()));
    }

    @Test
    void aThreadThatGetsABlockAfterTheArenaWasClosedFreesIt() throws Exception {
        CountDownLatch allocating = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            HeapArena arena = withBlocks(Arenas.SHARED);
            BlockLedger.OF_HEAP.allocating(
                    () -> {
                        allocating.countDown();
                        await(closed);
                    },
                    () -> {
                        Future<?> late =
                                thread.submit(() -> assertThrows(IllegalStateException.class, () -> arena.allocate(8)));
                        await(allocating);
                        arena.close();
                        closed.countDown();
                        join(late);
                    });
        }
    }

    /**
     * A thread that is too late must not free blocks other than its own: until the JDK has ensured that no other thread
     * is in the middle of an access, the memory may be in use.
     */
    @Test
    void aThreadThatAllocatesWhileTheArenaIsClosedLeavesTheOthersBlocksAlone() throws Exception {
        CountDownLatch allocating = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        List<Long> seen = new ArrayList<>();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            HeapArena arena = withBlocks(Arenas.SHARED);
            long live = BlockLedger.OF_HEAP.count();
            BlockLedger.OF_HEAP.allocating(
                    () -> {
                        allocating.countDown();
                        await(closed);
                    },
                    () -> {
                        Future<?> late = thread.submit(
                                () -> assertThrows(IllegalStateException.class, () -> arena.allocate(100)));
                        await(allocating);
                        cleanup(arena, () -> {
                            closed.countDown();
                            join(late);
                            seen.add(BlockLedger.OF_HEAP.count());
                        });
                        arena.close();
                    });
            assertEquals(List.of(live + 1), seen);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
