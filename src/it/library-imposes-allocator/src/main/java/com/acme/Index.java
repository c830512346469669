package com.acme;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.heap.Heap;

@NeedsAllocator
public final class Index {
    private Index() {}

    public static long open(long size) {
        return Heap.allocate(size, 8);
    }
}
