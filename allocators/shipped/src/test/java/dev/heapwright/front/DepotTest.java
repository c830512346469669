package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DepotTest {
    private static final int CLASS = 3;

    private final Depot depot = new Depot();

    @Test
    void theLastMagazineIsTakenFirst() {
        assertTrue(depot.give(CLASS, new long[] {1, 10}));
        assertTrue(depot.give(CLASS, new long[] {1, 20}));
        assertNull(depot.take(CLASS + 1));
        assertArrayEquals(new long[] {1, 20}, depot.take(CLASS));
        assertArrayEquals(new long[] {1, 10}, depot.take(CLASS));
        assertNull(depot.take(CLASS));
    }

    @Test
    void thereAreAtMostEightOfAClass() {
        for (int i = 0; i < 8; i++) {
            assertTrue(depot.give(CLASS, new long[] {1, i}));
        }
        assertFalse(depot.give(CLASS, new long[] {1, 8}));
        assertTrue(depot.give(CLASS + 1, new long[] {1, 8}));
        assertArrayEquals(new long[] {1, 7}, depot.take(CLASS));
        assertTrue(depot.give(CLASS, new long[] {1, 9}));
    }

    @Test
    void idleIsWhatWasThereAllTheTime() {
        for (int i = 0; i < 5; i++) {
            depot.give(CLASS, new long[] {1, i});
        }
        assertEquals(0, depot.idle(CLASS), "at first there were none");
        depot.take(CLASS);
        depot.take(CLASS);
        depot.give(CLASS, new long[] {1, 5});
        assertEquals(3, depot.idle(CLASS));
        assertEquals(4, depot.idle(CLASS));
        depot.take(CLASS);
        assertEquals(3, depot.idle(CLASS));
    }

    @Test
    void noMagazineIsLostOrTakenTwice() throws Exception {
        int threads = 4;
        int each = 200_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<long[]>> results = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            long first = 1L + (long) thread * each;
            results.add(pool.submit(() -> exchange(first, each)));
        }
        long[] times = new long[threads * each + 1];
        for (Future<long[]> result : results) {
            for (long magazine : result.get()) {
                times[(int) magazine]++;
            }
        }
        pool.shutdown();
        for (long[] left = depot.take(CLASS); left != null; left = depot.take(CLASS)) {
            times[(int) left[1]]++;
        }
        for (int magazine = 1; magazine < times.length; magazine++) {
            assertEquals(1, times[magazine]);
        }
    }

    /** Gives magazines with different blocks, and returns the blocks of those that it takes or keeps. */
    private long[] exchange(long first, int count) {
        long[] taken = new long[2 * count];
        int size = 0;
        for (long block = first; block < first + count; block++) {
            if (!depot.give(CLASS, new long[] {1, block})) {
                taken[size++] = block;
            }
            long[] magazine = block % 3 == 0 ? null : depot.take(CLASS);
            if (magazine != null) {
                taken[size++] = magazine[1];
            }
        }
        return Arrays.copyOf(taken, size);
    }
}
