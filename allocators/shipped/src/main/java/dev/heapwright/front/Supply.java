package dev.heapwright.front;

import org.jspecify.annotations.Nullable;

/**
 * What the magazines of all threads have in common: the depot, the budget, and the native allocator that takes back
 * what is not kept.
 */
final class Supply {
    private final BackingAllocator backing;
    private final Budget budget;
    private final Depot depot = new Depot();

    Supply(BackingAllocator backing, Budget budget) {
        this.backing = backing;
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    /** Leaves a full magazine to other threads, unless there are enough. */
    boolean give(int blockClass, long[] magazine) {
        return depot.give(blockClass, magazine);
    }

    /** Takes a full magazine that was left, or returns null. */
    long @Nullable [] take(int blockClass) {
        return depot.take(blockClass);
    }

    /** Returns a block to the native allocator. */
    void release(int blockClass, long address) {
        backing.deallocate(address, BlockClasses.size(blockClass), BlockClasses.alignment(blockClass));
    }

    /** Returns all blocks of a magazine to the native allocator. */
    void releaseBlocks(int blockClass, long[] magazine) {
        while (!Magazine.isEmpty(magazine)) {
            // It is taken first: if releasing fails, a block is lost, and none is used twice.
            release(blockClass, Magazine.pop(magazine));
        }
    }

    /** Has the native allocator give back what it keeps for the thread that calls. */
    void releaseThreadCache() {
        backing.releaseThreadCache();
    }

    /** Returns to the native allocator what was left here and nobody took for a while. */
    void releaseIdle() {
        for (int blockClass = 0; blockClass < BlockClasses.COUNT; blockClass++) {
            releaseLeft(blockClass, depot.idle(blockClass));
        }
    }

    /** Returns to the native allocator all that was left here. */
    void releaseAll() {
        for (int blockClass = 0; blockClass < BlockClasses.COUNT; blockClass++) {
            releaseLeft(blockClass, Integer.MAX_VALUE);
        }
    }

    private void releaseLeft(int blockClass, int most) {
        for (int i = 0; i < most; i++) {
            long[] magazine = depot.take(blockClass);
            if (magazine == null) {
                return;
            }
            releaseBlocks(blockClass, magazine);
            budget.refund(Magazine.capacity(magazine) * BlockClasses.size(blockClass));
        }
    }
}
