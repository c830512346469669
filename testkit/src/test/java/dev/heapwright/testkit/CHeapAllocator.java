package dev.heapwright.testkit;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import java.util.concurrent.atomic.AtomicLong;

/** An allocator without a defect, as users write it: a class with static functions and static state. */
@Allocator
public final class CHeapAllocator {
    /** How many blocks were allocated. */
    private static final AtomicLong BLOCKS = new AtomicLong();

    private CHeapAllocator() {}

    /** {@return a new block, or 0} */
    public static long allocate(long size, long align) {
        BLOCKS.incrementAndGet();
        return CHeap.alignedAlloc(align, size);
    }

    /** Frees a block. */
    public static void deallocate(long address, long oldSize, long align) {
        CHeap.alignedFree(address, align);
    }

    /** {@return the moved block, or 0} */
    public static long reallocate(long address, long oldSize, long size, long align) {
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /** {@return the block's unchanged size} */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    /** {@return the size} */
    public static long usableSize(long size, long align) {
        return size;
    }
}
