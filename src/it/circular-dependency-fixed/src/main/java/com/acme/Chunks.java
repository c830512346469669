package com.acme;

import dev.heapwright.memory.CHeap;

final class Chunks {
    private Chunks() {}

    static long take(long size, long align) {
        return CHeap.alignedAlloc(align, size);
    }
}
