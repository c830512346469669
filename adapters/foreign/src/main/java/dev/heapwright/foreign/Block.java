package dev.heapwright.foreign;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import org.jspecify.annotations.Nullable;

/** A block of the heap that is an arena's until the arena closes, and an element of the arena's list of such. */
final class Block {
    /** In bytes. Up to this size, a few writes here take less time than the allocator's way to a block of zeros. */
    private static final long FILLED_HERE = 64;

    private final long address;
    private final long align;
    private long size;

    /** In the arena's list. It does not change any more once the block is in it. */
    @Nullable
    Block next;

    /**
     * Allocates it. That is done here, where this object exists already: a block that the Java heap has no room to remember
     * would be lost.
     *
     * @param size in bytes, 1 or greater
     * @param align in bytes, a power of two
     * @param zeroed whether its content is 0, or else unspecified
     */
    Block(long size, long align, boolean zeroed) {
        this.size = size;
        this.align = align;
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
     * @return how many bytes may be used now: fewer than wanted where it could not be resized
     */
    long resizeInplace(long wanted) {
        long usable = Heap.reallocateInplace(address, size, wanted, align);
        if (usable >= wanted) {
            size = wanted;
        }
        return usable;
    }

    void free() {
        Heap.deallocate(address, size, align);
    }
}
