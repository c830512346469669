package com.example.guard;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An allocator that places one block in a thousand before an inaccessible page, chosen at random, and all others on the
 * C library's heap. Who reads or writes past such a block, or uses it after it was freed, stops the program at that very
 * instruction, and the JVM's crash log shows the stack. Millions of JVMs, or one that allocates for days, come across
 * each such defect, at hardly any cost. The idea is that of GWP-ASan and of Electric Fence before it.
 *
 * <p>Windows has other functions for pages: there, no block is guarded.
 *
 * @see <a href="https://llvm.org/docs/GwpAsan.html">GWP-ASan</a>
 * @see <a href="https://linux.die.net/man/3/efence">Electric Fence</a>
 */
@Allocator
public final class GuardAllocator {
    /** One in how many blocks is guarded, on average, as a system property. */
    public static final String RATE_PROPERTY = "com.example.guard.rate";

    private static final int RATE = Integer.getInteger(RATE_PROPERTY, 1000);

    private GuardAllocator() {}

    /**
     * {@return the address of a new block, a multiple of {@code align}, or 0}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long allocate(long size, long align) {
        if (ThreadLocalRandom.current().nextInt(RATE) == 0) {
            long guarded = GuardedBlocks.allocate(size, align);
            if (guarded != 0) {
                return guarded;
            }
        }
        return CHeap.alignedAlloc(align, size);
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        if (GuardedBlocks.contains(address)) {
            GuardedBlocks.deallocate(address, oldSize);
        } else {
            CHeap.freeAlignedSized(address, align, oldSize);
        }
    }

    /**
     * {@return the block's address after its size has become {@code size}; 0 if there is no memory, and then the block
     * is unchanged}
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /**
     * {@return the size of the block, which is unchanged}
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    /**
     * {@return the usable bytes of a block from {@code allocate(size, align)}: not one more than requested, as a guard
     * stands behind the last one}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long usableSize(long size, long align) {
        return size;
    }
}
