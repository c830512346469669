package dev.heapwright.foreign;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import org.jspecify.annotations.Nullable;

/** A block of the heap that belongs to an arena until it is closed, and an element of the arena's list of blocks. */
final class ArenaBlock {
    /** In bytes. Up to this size, a few writes here are faster than having the allocator zero the block. */
    private static final long FILLED_HERE = 64;

    private final long align;
    private long size;

    /** 0 before {@link #allocate}. */
    private long address;

    /** The next block in the arena's list. It does not change once the block is in the list. */
    @Nullable
    ArenaBlock next;

    /**
     * Creates a block without memory.
     *
     * @param size in bytes, 1 or greater
     * @param align in bytes, a power of two
     */
    ArenaBlock(long size, long align) {
        this.size = size;
        this.align = align;
    }

    /**
     * Allocates its memory. This object already exists by then: a block for which the Java heap has no room would be
     * lost.
     *
     * @param zeroed whether its content is 0 instead of unspecified
     */
    void allocate(boolean zeroed) {
        if (zeroed && size > FILLED_HERE) {
            address = Heap.allocateZeroed(size, align);
        } else {
            address = Heap.allocate(size, align);
            if (zeroed) {
                Memory.fill(address, size, (byte) 0);
            }
        }
    }

    long address() {
        return address;
    }

    /** {@return how many bytes may be used, at least the requested size} */
    long usableSize() {
        return Heap.usableSize(size, align);
    }

    /**
     * Resizes it in place, if the allocator can.
     *
     * @param wanted in bytes, 1 or greater
     * @return whether it has that size now
     */
    boolean resizeInplace(long wanted) {
        boolean resized = Heap.resizeInplace(address, size, wanted, align);
        if (resized) {
            size = wanted;
        }
        return resized;
    }

    /**
     * Frees it, if it was allocated. This is tried only once: after a failure, it is unknown how far the allocator got.
     *
     * @param thrown what was thrown before, if anything; a failure here is suppressed by it
     * @return what was thrown first
     */
    @Nullable
    Throwable free(@Nullable Throwable thrown) {
        try {
            if (address != 0) {
                Heap.deallocate(address, size, align);
            }
            return thrown;
        } catch (RuntimeException | Error e) {
            return Thrown.first(thrown, e);
        }
    }
}
