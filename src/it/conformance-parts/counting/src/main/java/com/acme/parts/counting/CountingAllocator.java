package com.acme.parts.counting;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/** Counts calls and copied bytes, for single-threaded programs. Provides at most a gibibyte. */
@Allocator
public final class CountingAllocator {
    public static int allocations;
    public static int deallocations;
    public static int otherCalls;
    public static long copied;

    private CountingAllocator() {}

    public static long allocate(long size, long align) {
        allocations++;
        return take(size, align);
    }

    public static void deallocate(long address, long oldSize, long align) {
        deallocations++;
        CHeap.alignedFree(address, align);
    }

    public static long reallocate(long address, long oldSize, long size, long align) {
        otherCalls++;
        long moved = take(size, align);
        if (moved != 0) {
            long kept = Math.min(oldSize, size);
            Memory.copy(address, moved, kept);
            copied += kept;
            CHeap.alignedFree(address, align);
        }
        return moved;
    }

    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        otherCalls++;
        return roundedUp(oldSize);
    }

    public static long usableSize(long size, long align) {
        otherCalls++;
        return roundedUp(size);
    }

    private static long take(long size, long align) {
        return size > 1 << 30 ? 0 : CHeap.alignedAlloc(align, roundedUp(size));
    }

    private static long roundedUp(long size) {
        return (size + 63) & -64;
    }
}
