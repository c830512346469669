package dev.heapwright.front;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Where threads exchange whole magazines: who frees what others allocate leaves full ones here, who allocates takes
 * them. It is a stack for each class, as in Bonwick and Adams, <i>Magazines and Vmem</i>, 2001, section 3; without a
 * lock as in Treiber, <i>Systems Programming: Coping with Parallelism</i>, 1986.
 *
 * <p>Invariant: a magazine in the depot is full, and nobody else refers to it. Each element of a stack is a new object,
 * so one that is still at the top is still above the same others: the collector rules out what is known as the ABA
 * problem.
 */
final class Depot {
    /** The most magazines of a class. */
    static final int DEPTH = 8;

    private final AtomicReferenceArray<@Nullable Stored> tops = new AtomicReferenceArray<>(BlockClasses.COUNT);

    /** For each class the fewest magazines since the last {@link #idle}; a race only makes it less exact. */
    private final int[] fewest = new int[BlockClasses.COUNT];

    /** An element of a stack. */
    private static final class Stored {
        final long[] magazine;
        final int depth;
        final @Nullable Stored below;

        Stored(long[] magazine, @Nullable Stored below) {
            this.magazine = magazine;
            this.below = below;
            depth = depth(below) + 1;
        }
    }

    /** Leaves a full magazine, unless there are enough, or no Java heap is left. */
    boolean give(int blockClass, long[] magazine) {
        try {
            while (true) {
                Stored top = tops.get(blockClass);
                if (depth(top) == DEPTH) {
                    return false;
                }
                if (tops.compareAndSet(blockClass, top, new Stored(magazine, top))) {
                    return true;
                }
            }
        } catch (OutOfMemoryError noJavaHeap) {
            return false;
        }
    }

    /** Takes a full magazine, or returns null. */
    long @Nullable [] take(int blockClass) {
        while (true) {
            Stored top = tops.get(blockClass);
            if (top == null) {
                fewest[blockClass] = 0;
                return null;
            }
            if (tops.compareAndSet(blockClass, top, top.below)) {
                fewest[blockClass] = Math.min(fewest[blockClass], top.depth - 1);
                return top.magazine;
            }
        }
    }

    /**
     * Returns how many magazines of a class nobody needed since this was last asked: as many as were there all the time.
     */
    int idle(int blockClass) {
        int idle = fewest[blockClass];
        fewest[blockClass] = depth(tops.get(blockClass));
        return idle;
    }

    private static int depth(@Nullable Stored top) {
        return top == null ? 0 : top.depth;
    }
}
