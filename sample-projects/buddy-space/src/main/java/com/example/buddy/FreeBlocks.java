package com.example.buddy;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The free blocks of one size, by their numbers. The set is what counts; the stack finds one in it quickly, and may also
 * have some that are no longer free.
 */
final class FreeBlocks {
    private final BitSet set = new BitSet();
    private int[] stack = new int[16];
    private int height;

    void add(int block) {
        set.set(block);
        if (height == stack.length) {
            stack = Arrays.copyOf(stack, 2 * height);
        }
        stack[height++] = block;
    }

    /** Returns whether a block was free; from now on it is not. */
    boolean remove(int block) {
        boolean isFree = set.get(block);
        set.clear(block);
        return isFree;
    }

    /** Returns a block that was free, and is not from now on; -1 if there is none. */
    int take() {
        while (height > 0) {
            int block = stack[--height];
            if (remove(block)) {
                return block;
            }
        }
        return -1;
    }
}
