package com.acme.parts.program;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/** The program of the scenarios: it writes to a block and reads it back, and prints what the heap is bound to. */
@NeedsAllocator
public final class Program {
    private static final long SIZE = 4000;
    private static final long ALIGN = 8;

    private Program() {}

    public static void main(String[] module) {
        long block = Heap.allocate(SIZE, ALIGN);
        Memory.putLong(block, 42);
        System.out.println(module[0] + ": read " + Memory.getLong(block)
                + ", usable " + Heap.usableSize(SIZE, ALIGN)
                + ", resized to its own size " + Heap.reallocateInplace(block, SIZE, SIZE, ALIGN)
                + ", bound to " + Heap.binding());
        Heap.deallocate(block, SIZE, ALIGN);
    }
}
