package com.acme;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.heap.Heap;
import dev.heapwright.memory.CHeap;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Heap.deallocate(Heap.allocate(8, 8), 8, 8);
        System.out.println("counted " + Pool.allocations + " + " + Pool.deallocations + ", bound to " + Heap.binding());
    }

    /** Counts its calls, and takes the memory itself from the C library. */
    @Allocator
    public static final class Pool {
        private static int allocations;
        private static int deallocations;

        private Pool() {}

        public static long allocate(long size, long align) {
            allocations++;
            return CHeap.alignedAlloc(align, size);
        }

        public static void deallocate(long address, long oldSize, long align) {
            deallocations++;
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
