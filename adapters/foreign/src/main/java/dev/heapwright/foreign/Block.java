package dev.heapwright.foreign;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import org.jspecify.annotations.Nullable;

/** A block of the heap that is an arena's until the arena closes, and an element of the arena's list of such. */
final class Block {
    /** In bytes. Up to this size, a few writes here take less time than the allocator's way to a block of zeros. */
    private static final long FILLED_HERE = 64;

    private final long align;
    private long size;

    /** 0 before {@link #allocate}. */
    private long address;

    /** In the arena's list. It does not change any more once the block is in it. */
    @Nullable
    Block next;

    /**
     * Has no memory yet.
     *
     * @param size in bytes, 1 or greater
     * @param align in bytes, a power of two
     */
    Block(long size, long align) {
        this.size = size;
        this.align = align;
    }

    /**
     * Allocates it. This object exists already by then: a block that the Java heap has no room to remember would be lost.
     *
     * @param zeroed whether its content is 0, or else unspecified
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

    /** {@return how many bytes may be used, at least the size it was asked for with} */
    long usableSize() {
        return Heap.usableSize(size, align);
    }

    /**
     * Resizes it where it is, if the allocator can.
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
     * Gives it back, if it was allocated. This is tried once: after a failure nobody knows how far the allocator got.
     *
     * @param thrown what was thrown before, if anything was; a failure of this is suppressed by that
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
