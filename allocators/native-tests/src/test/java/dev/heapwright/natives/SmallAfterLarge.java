package dev.heapwright.natives;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import java.util.concurrent.atomic.LongAdder;

/**
 * The plain loop in which the C2 compiler of JDK 25.0.3 crashed, in one of four runs on jemalloc, when each function
 * chose one of two records of method handles by the block's size and then called a handle of the record. The program is
 * unchanged since then.
 */
final class SmallAfterLarge {
    private static final LongAdder CALLS = new LongAdder();

    private SmallAfterLarge() {}

    public static void main(String[] arguments) {
        large();
        small();
        System.out.println("done");
    }

    private static void large() {
        long medium = 1 << 16;
        long[] sizes = {8, 512, 1024 * 1024, medium, medium + 1, 2 * medium, 8 * medium};
        for (int i = 0; i < 28; i++) {
            long align = 1L << i;
            long[] blocks = new long[sizes.length];
            for (int j = 0; j < blocks.length; j++) {
                blocks[j] = Heap.allocateZeroed(sizes[j], align);
                Memory.fill(blocks[j], sizes[j], (byte) 7);
            }
            for (int j = 0; j < blocks.length; j++) {
                free(blocks[j], sizes[j], align);
            }
        }
    }

    private static void small() {
        for (long size = 1; size <= 2048; size++) {
            for (long align = 1; align <= size; align *= 2) {
                long[] blocks = new long[10];
                for (int i = 0; i < 10; i++) {
                    blocks[i] = allocate(size, align);
                    Memory.putByte(blocks[i], (byte) i);
                    Memory.putByte(blocks[i] + size - 1, (byte) i);
                }
                for (int i = 0; i < 10; i++) {
                    if (Memory.getByte(blocks[i] + size - 1) != i) {
                        throw new AssertionError("blocks overlap");
                    }
                    free(blocks[i], size, align);
                }
            }
        }
    }

    private static long allocate(long size, long align) {
        CALLS.increment();
        long address = Heap.allocate(size, align);
        if ((address & (align - 1)) != 0) {
            throw new AssertionError("a block is not aligned to " + align);
        }
        return address;
    }

    private static void free(long address, long size, long align) {
        CALLS.increment();
        Heap.deallocate(address, size, align);
    }
}
