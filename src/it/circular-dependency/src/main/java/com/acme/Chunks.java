package com.acme;

import dev.heapwright.heap.Heap;

final class Chunks {
    private Chunks() {}

    static long take(long size, long align) {
        return Heap.allocate(size, align);
    }
}
