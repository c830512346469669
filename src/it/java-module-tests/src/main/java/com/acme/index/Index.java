package com.acme.index;

import dev.heapwright.heap.Heap;

public final class Index {
    private Index() {}

    public static String allocate() {
        long address = Heap.allocate(16, 8);
        Heap.deallocate(address, 16, 8);
        return "allocated with " + Heap.binding();
    }
}
