package dev.heapwright.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
class ConfinedArenaTest {
    @Test
    void onlyTheThreadThatCreatedItCanAccessItsSegments() throws Throwable {
        try (Arena arena = HeapArena.ofConfined()) {
            MemorySegment segment = arena.allocateFrom(JAVA_LONG, 7);
            OtherThread.run(() -> {
                assertThrows(WrongThreadException.class, () -> segment.get(JAVA_LONG, 0));
                assertThrows(WrongThreadException.class, () -> segment.set(JAVA_LONG, 0, 8));
            });
            assertEquals(7, segment.get(JAVA_LONG, 0));
        }
    }

    @Test
    void itsSegmentsAreAccessibleByItsThreadOnly() throws Throwable {
        try (Arena arena = HeapArena.ofConfined()) {
            MemorySegment segment = arena.allocate(8);
            assertTrue(segment.isAccessibleBy(Thread.currentThread()));
            Thread thread = Thread.currentThread();
            OtherThread.run(() -> {
                assertTrue(segment.isAccessibleBy(thread));
                assertFalse(segment.isAccessibleBy(Thread.currentThread()));
            });
        }
    }

    @Test
    void noOtherThreadCanCloseIt() throws Throwable {
        try (Arena arena = HeapArena.ofConfined()) {
            MemorySegment segment = arena.allocateFrom(JAVA_LONG, 7);
            long live = BlockLedger.OF_HEAP.count();
            OtherThread.run(() -> assertThrows(WrongThreadException.class, arena::close));
            assertEquals(live, BlockLedger.OF_HEAP.count(), "nothing was freed");
            assertEquals(7, segment.get(JAVA_LONG, 0));
        }
    }

    @Test
    void noOtherThreadCanAllocateFromIt() throws Throwable {
        try (Arena arena = HeapArena.ofConfined()) {
            long live = BlockLedger.OF_HEAP.count();
            OtherThread.run(() -> {
                assertThrows(WrongThreadException.class, () -> arena.allocate(8));
                assertThrows(WrongThreadException.class, () -> arena.allocate(1000));
            });
            assertEquals(live, BlockLedger.OF_HEAP.count(), "nothing was taken");
        }
    }

    @Test
    void aVirtualThreadCanHaveItsOwn() throws Throwable {
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try (Arena arena = HeapArena.ofConfined()) {
                MemorySegment segment = arena.allocateFrom(JAVA_LONG, 7);
                // Releases its carrier thread.
                LockSupport.parkNanos(1);
                assertEquals(7, segment.get(JAVA_LONG, 0));
            }
        });
        Throwable[] thrown = new Throwable[1];
        thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
        thread.start();
        thread.join();
        if (thrown[0] != null) {
            throw thrown[0];
        }
    }
}
