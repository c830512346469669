package com.acme.index;

import dev.heapwright.heap.Heap;

public final class Index implements AutoCloseable {
    private final long block = Heap.allocate(64, 8);

    public long block() {
        return block;
    }

    @Override
    public void close() {
        Heap.deallocate(block, 64, 8);
    }
}
