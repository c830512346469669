package com.acme;

import dev.heapwright.heap.Heap;

/** The allocator uses one of the methods, and only the other one uses the heap. */
final class Sizes {
    private Sizes() {}

    static long roundUp(long size) {
        return (size + 7) & -8;
    }

    static long pageOnHeap() {
        return Heap.allocate(4096, 4096);
    }
}
