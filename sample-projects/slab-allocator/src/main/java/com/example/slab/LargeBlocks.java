package com.example.slab;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/** Blocks that no slab has, larger or more aligned: they come straight from the C library, in whole pages. */
final class LargeBlocks {
    private static final long PAGE = 4 << 10;

    /** What the C library's malloc aligns to on every 64-bit platform. */
    private static final long MALLOC_ALIGN = 16;

    private LargeBlocks() {}

    static long allocate(long size, long align) {
        long usable = usableSize(size);
        return align <= MALLOC_ALIGN ? CHeap.malloc(usable) : CHeap.alignedAlloc(align, usable);
    }

    static void deallocate(long address, long align) {
        if (align <= MALLOC_ALIGN) {
            CHeap.free(address);
        } else {
            CHeap.alignedFree(address, align);
        }
    }

    /** Both sizes are of large blocks. */
    static long reallocate(long address, long oldSize, long size, long align) {
        if (usableSize(size) == usableSize(oldSize)) {
            return address;
        }
        if (align <= MALLOC_ALIGN) {
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
        // The sum overflows only for sizes that nobody has memory for.
        return Math.max(size, (size + PAGE - 1) & -PAGE);
    }
}
