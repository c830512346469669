package dev.heapwright.testkit;

import java.time.Duration;

/**
 * How much is tested.
 *
 * @param operations how many at random, in one thread, and as many in several
 * @param threads how many of them
 * @param seed of what happens at random
 * @param maximumSize bytes of the largest block that the allocator is expected to have
 * @param limit bytes that the allocator has in all, {@link Long#MAX_VALUE} if that is not known
 * @param patience how long no call at all may return before the allocator is said to hang
 * @param thorough whether it may take a minute, and not a few seconds
 */
record Options(
        long operations, int threads, long seed, long maximumSize, long limit, Duration patience, boolean thorough) {
    static final Options DEFAULT = new Options(100_000, 4, 1, 4 << 20, Long.MAX_VALUE, Duration.ofSeconds(30), false);

    private static final int THOROUGH = 10;

    /** {@return bytes that may be in use at the same time: a part of what there is, as nobody can use all of it} */
    long budget() {
        return Math.min(256 << 20, limit / 4);
    }

    /** {@return bytes of the largest block: many of them fit into the budget} */
    long largest() {
        return Math.min(maximumSize, budget() / 16);
    }

    /** {@return how often that is done which is done so many times by default} */
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

    /** {@return these, with ten times as much of everything} */
    Options inDepth() {
        return thorough ? this : new Options(operations * THOROUGH, threads, seed, maximumSize, limit, patience, true);
    }

    /** {@return the value of a system property, which outweighs an option: a failure is replayed without changing the test} */
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
