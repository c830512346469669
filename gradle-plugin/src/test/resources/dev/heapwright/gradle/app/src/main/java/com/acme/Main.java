package com.acme;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.heap.Heap;

@NeedsAllocator
public final class Main {
    public static void main(String[] args) {
        long address = Heap.allocate(64, 8);
        Heap.deallocate(address, 64, 8);
        System.out.println("bound to " + Heap.binding());
    }
}
