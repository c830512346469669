package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    /** Of other tests, which run for ever. */
    private final Set<Thread> others = Thread.getAllStackTraces().keySet();

    private final RecordingAllocator behind = new RecordingAllocator();
    private final MagazineFront front = MagazineFront.of(behind, 8 << 20, 1);

    @Test
    void whatNobodyUsesAnyMoreIsGivenBackAndTheThreadEnds() throws Exception {
        // The second time it begins again.
        for (int i = 0; i < 2; i++) {
            Thread keeps = new Thread(this::keepMuch);
            keeps.start();
            keeps.join();
            awaitEnd();
            assertEquals(0, front.kept().spent());
            assertEquals(0, behind.bytes());
        }
    }

    @Test
    void itEndsAlsoIfAThreadKeepsSomethingForGood() throws Exception {
        keepMuch();
        awaitEnd();
        // This thread keeps its blocks, and would keep the other running if it had not ended.
        assertEquals(Optional.empty(), thread());
    }

    @Test
    void itKeepsNoClassLoaderAndNoProgramRunning() throws Exception {
        keepMuch(MagazineFront.of(behind, 8 << 20, Long.MAX_VALUE));
        Thread thread = thread().orElseThrow();
        assertNull(thread.getContextClassLoader());
        assertTrue(thread.isDaemon());
        thread.interrupt();
        thread.join();
    }

    @Test
    void forALittleThereIsNoThread() {
        front.deallocate(front.allocate(200_000, 8), 200_000, 8);
        assertFalse(thread().isPresent());
    }

    private void awaitEnd() throws InterruptedException {
        for (Optional<Thread> thread = thread(); thread.isPresent(); thread = thread()) {
            thread.get().join();
        }
    }

    private Optional<Thread> thread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(Upkeep.THREAD) && !others.contains(thread))
                .findAny();
    }

    private void keepMuch() {
        keepMuch(front);
    }

    private static void keepMuch(MagazineFront front) {
        long[] blocks = new long[30];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = front.allocate(30_000, 8);
        }
        for (long block : blocks) {
            front.deallocate(block, 30_000, 8);
        }
    }
}
