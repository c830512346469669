package com.acme.io;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.heap.Heap;

@NeedsAllocator
public final class Buffers {
    private Buffers() {}

    public static long buffer(long size) {
        return Heap.allocate(size, 8);
    }
}
