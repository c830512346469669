package dev.heapwright.hardened;

import org.jspecify.annotations.Nullable;

/**
 * The size classes, several times, so that threads that run at the same time hardly wait for one another. A block is freed
 * into the class that it is from.
 */
final class Slots {
    private static final int LOG_SMALLEST = 4;
    private static final int LOG_LARGEST = 14;

    /** More would not be faster, but each takes memory. */
    private static final int MOST_STRIPES = 8;

    private final SizeClass[][] stripes;

    /**
     * Creates them.
     *
     * @param processors that the JVM may use
     */
    Slots(int processors) {
        int count = Integer.highestOneBit(Math.min(Math.max(processors, 1), MOST_STRIPES));
        stripes = new SizeClass[count][LOG_LARGEST - LOG_SMALLEST + 1];
        for (SizeClass[] stripe : stripes) {
            for (int i = 0; i < stripe.length; i++) {
                stripe[i] = new SizeClass(LOG_SMALLEST + i);
            }
        }
    }

    /** Returns the class in which this thread allocates such a block; null if it is too large for a slot. */
    @Nullable
    SizeClass classOf(long size, long align) {
        int log = logSlot(size, align);
        if (log > LOG_LARGEST) {
            return null;
        }
        int stripe = System.identityHashCode(Thread.currentThread()) & (stripes.length - 1);
        return stripes[stripe][log - LOG_SMALLEST];
    }

    /** The binary logarithm of a slot that has room for a block and what is behind it. */
    static int logSlot(long size, long align) {
        long largest = 1L << LOG_LARGEST;
        if (size > largest - SizeClass.CANARY || align > largest) {
            return Long.SIZE;
        }
        long slot = Math.max(Math.max(size + SizeClass.CANARY, align), 1L << LOG_SMALLEST);
        return Long.SIZE - Long.numberOfLeadingZeros(slot - 1);
    }
}
