package dev.heapwright.heap.observed;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Which blocks are sampled: those with a byte at random points of all bytes that are allocated, which are {@code every} bytes
 * apart on average. A large block is more likely to be sampled than a small one, and how likely is known, so that a sample can
 * stand for the blocks that were not.
 *
 * @param every bytes; 1 for each block; {@link #NEVER} for none
 */
record Sampling(long every) {
    /** The system property that sets the distance, or is {@code off}. */
    static final String PROPERTY = "heapwright.observed.every";

    static final long NEVER = Long.MAX_VALUE;

    private static final long USUAL = 512 << 10;

    /**
     * Returns what the system property says.
     *
     * @throws IllegalArgumentException if it is neither {@code off} nor a number of bytes greater than 0
     */
    static Sampling configured() {
        String value = System.getProperty(PROPERTY, "").strip();
        if (value.isEmpty()) {
            return new Sampling(USUAL);
        }
        return value.equals("off") ? new Sampling(NEVER) : new Sampling(Limit.parse(PROPERTY, value));
    }

    /** Returns how many bytes are skipped before the next one that is sampled. */
    long interval() {
        if (every == 1) {
            return 0;
        }
        // Far enough for good, and a sum with what has been allocated does not overflow.
        return every == NEVER
                ? 1L << 62
                : (long) (-Math.log(1 - ThreadLocalRandom.current().nextDouble()) * every);
    }

    /** Returns how many blocks of a size one that is sampled stands for, itself included. */
    double weight(long size) {
        return every == 1 ? 1 : 1 / -Math.expm1(-(double) size / every);
    }
}
