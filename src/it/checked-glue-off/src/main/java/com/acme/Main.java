package com.acme;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("bound to " + Heap.binding());
        long block = Heap.allocate(64, 8);
        switch (args[0]) {
            case "double-free" -> {
                Heap.deallocate(block, 64, 8);
                Heap.deallocate(block, 64, 8);
            }
            case "overrun" -> {
                Memory.putLong(block + 64, 42);
                Heap.deallocate(block, 64, 8);
            }
            case "leak" -> Memory.putLong(block, 42);
            default -> Heap.deallocate(block, 64, 8);
        }
    }
}
