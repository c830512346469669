package com.acme;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import java.util.concurrent.atomic.LongAdder;

/** Counts the live blocks, and takes the memory itself from the C library. */
@Allocator
public final class CountingAllocator {
    public static final LongAdder LIVE_BLOCKS = new LongAdder();

    private CountingAllocator() {}

    public static long allocate(long size, long align) {
        long address = CHeap.alignedAlloc(align, size);
        if (address != 0) {
            LIVE_BLOCKS.increment();
        }
        return address;
    }

    public static void deallocate(long address, long oldSize, long align) {
        CHeap.alignedFree(address, align);
        LIVE_BLOCKS.decrement();
    }

    public static long reallocate(long address, long oldSize, long size, long align) {
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    public static long usableSize(long size, long align) {
        return size;
    }
}
