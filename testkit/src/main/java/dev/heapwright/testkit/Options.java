package dev.heapwright.testkit;

import java.time.Duration;

/**
 * How much to test.
 *
 * @param operations how many random operations, in one thread, and as many in several
 * @param threads number of threads
 * @param seed of the random operations
 * @param maximumSize the largest block that the allocator is expected to provide, in bytes
 * @param limit bytes that the allocator has in total, {@link Long#MAX_VALUE} if unknown
 * @param patience how long no call at all may return before the allocator is considered to hang
 * @param thorough whether it may take a minute instead of a few seconds
 */
record Options(
        long operations, int threads, long seed, long maximumSize, long limit, Duration patience, boolean thorough) {
    static final Options DEFAULT = new Options(100_000, 4, 1, 4 << 20, Long.MAX_VALUE, Duration.ofSeconds(30), false);

    private static final int THOROUGH = 10;

    /** {@return bytes that may be in use at the same time: a part of the limit, as no caller can use all of it} */
    long budget() {
        return Math.min(256 << 20, limit / 4);
    }

    /** {@return the size of the largest block in bytes: many of them fit into the budget} */
    long largest() {
        return Math.min(maximumSize, budget() / 16);
    }

    /** {@return the number of repetitions of something that has this many by default} */
    int rounds(int byDefault) {
        return thorough ? byDefault * THOROUGH : byDefault;
    }

    Options withOperations(long newOperations) {
        return new Options(newOperations, threads, seed, maximumSize, limit, patience, thorough);
    }

    Options withThreads(int newThreads) {
        return new Options(operations, newThreads, seed, maximumSize, limit, patience, thorough);
    }

    Options withSeed(long newSeed) {
        return new Options(operations, threads, newSeed, maximumSize, limit, patience, thorough);
    }

    Options withMaximumSize(long newMaximumSize) {
        return new Options(operations, threads, seed, newMaximumSize, limit, patience, thorough);
    }

    Options withLimit(long newLimit) {
        return new Options(operations, threads, seed, maximumSize, newLimit, patience, thorough);
    }

    Options withPatience(Duration newPatience) {
        return new Options(operations, threads, seed, maximumSize, limit, newPatience, thorough);
    }

    /** {@return these options, with ten times as much of everything} */
    Options inDepth() {
        return thorough ? this : new Options(operations * THOROUGH, threads, seed, maximumSize, limit, patience, true);
    }

    /**
     * {@return the value of a system property, which overrides an option, so that a failure can be replayed without
     * changing the test}
     */
    static long property(String name, long option) {
        String value = System.getProperty(name);
        if (value == null) {
            return option;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole number: " + value, e);
        }
    }
}
