package com.acme.map;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/** Blocks that are freed by their address alone, as with Unsafe: the size is stored in front of each. */
public final class SizedBlocks {
    private static final long HEADER = 16;

    private SizedBlocks() {}

    public static long allocate(long bytes) {
        long block = Heap.allocate(HEADER + bytes, HEADER);
        Memory.putLong(block, bytes);
        return block + HEADER;
    }

    public static void free(long address) {
        long block = address - HEADER;
        Heap.deallocate(block, HEADER + Memory.getLong(block), HEADER);
    }
}
