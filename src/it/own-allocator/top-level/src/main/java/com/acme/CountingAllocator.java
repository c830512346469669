package com.acme;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;

/** Counts its calls, and takes the memory itself from the C library. */
@Allocator
public final class CountingAllocator {
    static int allocations;
    static int deallocations;

    static {
        String listener = System.getProperty("listener");
        if (listener != null) {
            try {
                Class.forName(listener);
            } catch (ClassNotFoundException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private CountingAllocator() {}

    public static long allocate(long size, long align) {
        allocations++;
        return CHeap.alignedAlloc(align, Sizes.roundUp(size));
    }

    public static void deallocate(long address, long oldSize, long align) {
        deallocations++;
        CHeap.alignedFree(address, align);
    }

    public static long reallocate(long address, long oldSize, long size, long align) {
        return 0;
    }

    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    public static long usableSize(long size, long align) {
        return size;
    }
}
