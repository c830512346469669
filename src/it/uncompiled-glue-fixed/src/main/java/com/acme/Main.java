package com.acme;

import dev.heapwright.heap.Heap;

/** Allocates. */
public final class Main {
    private Main() {}

    /**
     * Allocates a block and frees it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Heap.deallocate(Heap.allocate(64, 8), 64, 8);
    }
}
