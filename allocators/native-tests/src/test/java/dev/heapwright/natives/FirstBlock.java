package dev.heapwright.natives;

import dev.heapwright.jemalloc.JemallocAllocator;

/** A program that allocates and frees one small block. */
final class FirstBlock {
    private FirstBlock() {}

    public static void main(String[] arguments) {
        long address = JemallocAllocator.allocate(64, 8);
        JemallocAllocator.deallocate(address, 64, 8);
        System.out.println(address == 0 ? "no memory" : "allocated");
    }
}
