package com.acme;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.heap.Heap;

@NeedsAllocator
final class Main {
    private Main() {}

    public static void main(String[] args) {
        long address = Heap.allocate(64, 8);
        System.out.println("bound to " + Heap.binding());
        Heap.deallocate(address, 64, 8);
    }
}
