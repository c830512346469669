package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void whatOneThreadAddsAnotherMayTakeAway() throws InterruptedException {
        tally.add(100);
        run(() -> tally.add(-70));
        assertEquals(30, tally.sum());
    }

    @Test
    void threadsThatAddAtTheSameTimeLoseNothing() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < 100_000; j++) {
                    tally.add(3);
                    tally.add(-1);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            each.join();
        }
        assertEquals(8 * 100_000 * 2, tally.sum());
    }

    /** More threads than there are places: later ones get those of ended ones. */
    @Test
    void whatEndedThreadsHaveAddedStays() throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            run(() -> tally.add(1));
        }
        assertEquals(3_000, tally.sum());
        tally.add(1);
        assertEquals(3_001, tally.sum());
    }

    private static void run(Runnable action) throws InterruptedException {
        Thread thread = new Thread(action);
        thread.start();
        thread.join();
    }
}
