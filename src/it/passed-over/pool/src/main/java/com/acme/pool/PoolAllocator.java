package com.acme.pool;

import dev.heapwright.annotations.Allocator;

@Allocator
public final class PoolAllocator {
    private PoolAllocator() {}

    public static long allocate(long size, long align) {
        return 0;
    }

    public static void deallocate(long address, long oldSize, long align) {}

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
