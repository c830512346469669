package com.acme;

import dev.heapwright.heap.Heap;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        Heap.deallocate(Heap.allocate(8, 8), 8, 8);
        System.out.println("counted " + CountingAllocator.allocations + " + " + CountingAllocator.deallocations
                + ", bound to " + Heap.binding());
    }
}
