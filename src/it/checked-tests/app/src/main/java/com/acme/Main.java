package com.acme;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        long block = Heap.allocate(64, 8);
        for (int i = 0; i < 8; i++) {
            Memory.putLong(block + 8 * i, 42);
        }
        Heap.deallocate(block, 64, 8);
    }
}
