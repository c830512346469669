package com.acme.pool;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;

/** In a source root that another plugin adds. */
@Allocator
public final class PoolAllocator {
    private PoolAllocator() {}

    public static long allocate(long size, long align) {
        return CHeap.alignedAlloc(align, size);
    }

    public static void deallocate(long address, long oldSize, long align) {
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
