package com.acme.parts.pool;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;

/** An allocator may be a nested class. */
public final class Pool {
    private Pool() {}

    /** Takes the memory from the C library, and never resizes a block. */
    @Allocator
    public static final class Blocks {
        private Blocks() {}

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
}
