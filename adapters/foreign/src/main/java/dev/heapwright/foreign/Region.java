package dev.heapwright.foreign;

import org.jspecify.annotations.Nullable;

/** A block from which segments are carved, one after the other. */
final class Region {
    /** Without any bytes, if there is no block yet. */
    static final Region NONE = new Region();

    private final @Nullable ArenaBlock block;
    private long limit;

    /** The address of the first byte that is not in a segment. */
    private long free;

    private Region() {
        block = null;
    }

    Region(ArenaBlock block) {
        this.block = block;
        free = block.address();
        limit = free + block.usableSize();
    }

    /** {@return the address that a segment would have here; 0 if there is no room for it} */
    long place(long size, long align) {
        long address = (free + align - 1) & -align;
        return address <= limit && size <= limit - address ? address : 0;
    }

    /** Makes the memory after this address the free part. */
    void freeFrom(long address) {
        free = address;
    }

    /** {@return whether the block extends to this address, after growing it in place if necessary} */
    boolean reaches(long end, HeapArena arena) {
        if (block == null) {
            return false;
        }
        if (end > limit && arena.resizeInplace(block, end - block.address())) {
            limit = block.address() + block.usableSize();
        }
        return end <= limit;
    }
}
