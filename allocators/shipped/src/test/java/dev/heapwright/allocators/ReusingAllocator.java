package dev.heapwright.allocators;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.front.Front;

/** The C library's memory, with a front before it. */
@Allocator
public final class ReusingAllocator {
    private static final Front FRONT = Front.before(new CLibrary());

    private ReusingAllocator() {}

    public static long allocate(long size, long align) {
        return FRONT.allocate(size, align);
    }

    public static long allocateZeroed(long size, long align) {
        return FRONT.allocateZeroed(size, align);
    }

    public static void deallocate(long address, long oldSize, long align) {
        FRONT.deallocate(address, oldSize, align);
    }

    public static long reallocate(long address, long oldSize, long size, long align) {
        return FRONT.reallocate(address, oldSize, size, align);
    }

    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return FRONT.reallocateInplace(address, oldSize, size, align);
    }

    public static long usableSize(long size, long align) {
        return FRONT.usableSize(size, align);
    }
}
