package dev.heapwright.guarded;

import dev.heapwright.memory.CurrentThread;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses blocks at random, such that calls that choose none only count down. Threads have counters of their own, as far
 * as there are enough; threads with the same one may lose some of their counts, which changes nothing but when the next
 * block is chosen.
 */
final class Sampler {
    private static final int COUNTERS = 64;

    /** Counters are on different lines of the processors' caches. */
    private static final int LOG_DISTANCE = 4;

    private final int every;
    private final int[] counters = new int[COUNTERS << LOG_DISTANCE];

    /**
     * Creates it.
     *
     * @param every of how many blocks one is chosen, on average, at least 1
     */
    Sampler(int every) {
        this.every = Math.min(every, 1 << 30);
        for (int i = 0; i < COUNTERS; i++) {
            counters[i << LOG_DISTANCE] = interval();
        }
    }

    /** Returns whether the next block is one that is chosen. */
    boolean chooses() {
        int counter = (int) CurrentThread.id() & (COUNTERS - 1);
        int left = counters[counter << LOG_DISTANCE] - 1;
        if (left > 0) {
            counters[counter << LOG_DISTANCE] = left;
            return false;
        }
        counters[counter << LOG_DISTANCE] = interval();
        return true;
    }

    /** Every number from 1 to twice the average is as likely, so that no pattern of a program escapes. */
    private int interval() {
        return (int) ThreadLocalRandom.current().nextLong(1, 2L * every);
    }
}
