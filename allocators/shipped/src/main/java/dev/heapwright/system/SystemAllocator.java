package dev.heapwright.system;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * The C library's malloc as an {@link Allocator}.
 *
 * <p>There are two kinds of block. One whose alignment malloc gives anyway, up to {@link CHeap#ALIGNMENT}, is
 * <em>natural</em>: the C library resizes it. Any other is <em>over-aligned</em>: the C library keeps no alignment when
 * it resizes, so a new block is allocated and the content copied. The alignment alone decides which kind a block is; a
 * size cannot, for the one that a caller gives for an old block need not be the one it was allocated with.
 *
 * <p>A block may be used up to the size that was asked for and no further: how much larger it really is, no function
 * says that all C libraries have.
 *
 * <p>All functions have the preconditions of the contract, unchecked: a size in bytes greater than 0, an alignment in
 * bytes that is a power of two, an old size between the requested size and the usable size, and an address from this
 * allocator that is not 0. All throw {@link dev.heapwright.memory.NativeUnavailableError} on a JVM that denies native
 * access to {@code dev.heapwright.memory}; running out of memory never causes an exception.
 */
@Allocator
public final class SystemAllocator {
    private SystemAllocator() {}

    /**
     * Allocates a block, its content unspecified.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocate(long size, long align) {
        return CHeap.alignedAlloc(align, size);
    }

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocateZeroed(long size, long align) {
        if (isNatural(align)) {
            return CHeap.calloc(size);
        }
        long address = CHeap.alignedAlloc(align, size);
        if (address != 0) {
            Memory.fill(address, size, (byte) 0);
        }
        return address;
    }

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        CHeap.freeAlignedSized(address, align, oldSize);
    }

    /**
     * Resizes a block, which may move.
     *
     * @param address the block; no longer valid afterwards, unless the result is 0
     * @param oldSize its size in bytes
     * @param size its new size in bytes, greater than 0
     * @param align the alignment it was allocated with, and keeps
     * @return the address of the resized block, its first {@code min(oldSize, size)} bytes kept; 0 if there is no
     *     memory for it; the old block is then unchanged
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        if (isNatural(align)) {
            return CHeap.realloc(address, oldSize, size);
        }
        long moved = CHeap.alignedAlloc(align, size);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            CHeap.freeAlignedSized(address, align, oldSize);
        }
        return moved;
    }

    /**
     * Resizes nothing, as the C library has no function for it. A smaller size than the old one fits all the same.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param size the requested size, in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @return the usable size of the block as it is and remains
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    /**
     * Returns how much of a block may be used.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return {@code size}
     */
    public static long usableSize(long size, long align) {
        return size;
    }

    private static boolean isNatural(long align) {
        return align <= CHeap.ALIGNMENT;
    }
}
