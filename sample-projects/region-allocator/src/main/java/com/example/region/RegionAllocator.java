package com.example.region;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * An allocator that places the blocks of a request one after the other, and forgets them all when the request ends.
 *
 * <p>While a thread has an open {@link Region}, allocating a block moves a pointer, and freeing one does nothing, unless
 * it is the last one, whose memory is then used again. Elsewhere, the C library allocates. A program that never opens a
 * region therefore behaves as on the system's allocator.
 */
@Allocator
public final class RegionAllocator {
    private RegionAllocator() {}

    /**
     * {@return the address of a new block, a multiple of {@code align}, or 0}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long allocate(long size, long align) {
        Region region = Region.current();
        return region == null ? CHeap.alignedAlloc(align, size) : region.allocate(size, align);
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        if (!RegionSpace.contains(address)) {
            CHeap.freeAlignedSized(address, align, oldSize);
            return;
        }
        Region region = Region.current();
        if (region != null) {
            region.deallocate(address, oldSize);
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
        if (resize(address, oldSize, size)) {
            return address;
        }
        // A block from elsewhere is not moved into a region, as it may have to outlive it.
        long moved = RegionSpace.contains(address) ? allocate(size, align) : CHeap.alignedAlloc(align, size);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /**
     * {@return the usable size of the block afterwards: {@code size} if it was the last one in its region, and there
     * was room}
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(resize(address, oldSize, size) ? size : oldSize, align);
    }

    /**
     * {@return the usable bytes of a block from {@code allocate(size, align)}: those requested}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long usableSize(long size, long align) {
        return size;
    }

    private static boolean resize(long address, long oldSize, long size) {
        if (!RegionSpace.contains(address)) {
            return false;
        }
        Region region = Region.current();
        return region != null && region.resize(address, oldSize, size);
    }
}
