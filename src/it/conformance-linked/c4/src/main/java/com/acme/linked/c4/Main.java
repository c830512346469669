package com.acme.linked.c4;

import com.acme.parts.counting.CountingAllocator;
import dev.heapwright.heap.Heap;

final class Main {
    private Main() {}

    public static void main(String[] module) {
        Heap.deallocate(Heap.allocate(64, 8), 64, 8);
        System.out.println(module[0] + ": counted " + CountingAllocator.allocations + " + "
                + CountingAllocator.deallocations + " + " + CountingAllocator.otherCalls
                + ", bound to " + Heap.binding());
    }
}
