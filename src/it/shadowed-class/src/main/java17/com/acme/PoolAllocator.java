package com.acme;

/** For newer Java. */
public final class PoolAllocator {
    private PoolAllocator() {}

    public static long allocate(long size, long align) {
        return Math.multiplyHigh(size, 0);
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
