package com.acme;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        long address = Heap.allocate(8, 8);
        Memory.putLong(address, 42);
        System.out.println("read " + Memory.getLong(address) + ", bound to " + Heap.binding());
        Heap.deallocate(address, 8, 8);
    }
}
