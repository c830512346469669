package com.example.slab;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * Blocks that are too large or too strictly aligned for a slab: they come directly from the C library, in whole pages.
 */
final class LargeBlocks {
    private static final long PAGE = 4 << 10;

    private LargeBlocks() {}

    static long allocate(long size, long align) {
        return CHeap.alignedAlloc(align, usableSize(size));
    }

    static void deallocate(long address, long align) {
        CHeap.alignedFree(address, align);
    }

    /** Both sizes are of large blocks. */
    static long reallocate(long address, long oldSize, long size, long align) {
        if (usableSize(size) == usableSize(oldSize)) {
            return address;
        }
        if (align <= CHeap.ALIGNMENT) {
            // The C library can often enlarge a block in place, or move its pages instead of its bytes.
            return CHeap.realloc(address, usableSize(size));
        }
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, align);
        }
        return moved;
    }

    static long usableSize(long size) {
        // The sum overflows only for sizes for which there is no memory anyway.
        return Math.max(size, (size + PAGE - 1) & -PAGE);
    }
}
