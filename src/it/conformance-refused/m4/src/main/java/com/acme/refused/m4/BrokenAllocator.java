package com.acme.refused.m4;

import dev.heapwright.annotations.Allocator;

@Allocator
public final class BrokenAllocator {
    private BrokenAllocator() {}

    public static long allocate(int size, long align) {
        return 0;
    }

    static void deallocate(long address, long oldSize, long align) {}

    public static int usableSize(long size, long align) {
        return 0;
    }
}
