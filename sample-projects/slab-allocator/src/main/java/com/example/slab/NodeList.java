package com.example.slab;

import dev.heapwright.memory.Memory;

/**
 * A doubly linked list of nodes in native memory. A node is represented by its address; its first {@link #LINKS} bytes
 * belong to the list that it is in, so adding and removing take constant time and no memory. Not thread-safe: the owner
 * must use a lock.
 */
final class NodeList {
    /** The number of bytes at the start of a node that belong to the list. */
    static final long LINKS = 16;

    private static final long NEXT = 0;
    private static final long PREVIOUS = 8;

    private long first;

    /** {@return the node that was added last, 0 if there is none} */
    long first() {
        return first;
    }

    /** {@return whether this node, which is in the list, is the only one} */
    boolean isOnly(long node) {
        return node == first && Memory.getLong(node + NEXT) == 0;
    }

    void add(long node) {
        Memory.putLong(node + NEXT, first);
        Memory.putLong(node + PREVIOUS, 0);
        if (first != 0) {
            Memory.putLong(first + PREVIOUS, node);
        }
        first = node;
    }

    void remove(long node) {
        long next = Memory.getLong(node + NEXT);
        long previous = Memory.getLong(node + PREVIOUS);
        if (previous == 0) {
            first = next;
        } else {
            Memory.putLong(previous + NEXT, next);
        }
        if (next != 0) {
            Memory.putLong(next + PREVIOUS, previous);
        }
    }
}
