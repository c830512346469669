package dev.heapwright.front;

import java.util.Arrays;

/**
 * A stack of free blocks of one size class. It is a plain array, whose element 0 is the number of blocks, so that
 * taking one needs a single array: an object with two fields would cost another load.
 */
final class Magazine {
    /** Neither has a block nor takes one. */
    static final long[] NONE = {0};

    private Magazine() {}

    /** Creates an empty magazine. */
    static long[] of(int capacity) {
        return new long[1 + capacity];
    }

    static int capacity(long[] magazine) {
        return magazine.length - 1;
    }

    static int count(long[] magazine) {
        return (int) magazine[0];
    }

    static boolean isEmpty(long[] magazine) {
        return magazine[0] == 0;
    }

    static boolean isFull(long[] magazine) {
        return count(magazine) == capacity(magazine);
    }

    /** Adds a block to a magazine that is not full. */
    static void push(long[] magazine, long address) {
        int count = count(magazine) + 1;
        magazine[count] = address;
        magazine[0] = count;
    }

    /** Takes the block that was added last from a magazine that is not empty. */
    static long pop(long[] magazine) {
        int count = count(magazine);
        magazine[0] = count - 1L;
        return magazine[count];
    }

    /** Returns a copy that is larger. */
    static long[] enlarged(long[] magazine, int capacity) {
        return Arrays.copyOf(magazine, 1 + capacity);
    }
}
