package dev.heapwright.system;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * The C library's malloc as an {@link Allocator}.
 *
 * <p>There are two kinds of blocks. A block whose alignment malloc provides anyway, up to {@link CHeap#ALIGNMENT}, is
 * <em>natural</em>: the C library resizes it. Any other is <em>over-aligned</em>: the C library does not preserve its
 * alignment when resizing, so a new block is allocated and the content copied. Only the alignment determines the kind
 * of a block; the size cannot, because the old size that a caller passes need not be the one the block was allocated
 * with.
 *
 * <p>Only the requested size of a block is usable: no function that exists in all C libraries returns how much larger
 * it really is.
 *
 * <p>All functions have the preconditions of the contract, which are not checked: a size in bytes greater than 0, an
 * alignment in bytes that is a power of two, an old size between the requested size and the usable size, and an address
 * from this allocator that is not 0. All throw {@link dev.heapwright.memory.NativeUnavailableError} on a JVM that
 * denies native access to {@code dev.heapwright.memory}; running out of memory never causes an exception.
 */
@Allocator
public final class SystemAllocator {
    private SystemAllocator() {}

    /**
     * Allocates a block with unspecified content.
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
     * @param align the alignment it was allocated with, which is preserved
     * @return the address of the resized block, its first {@code min(oldSize, size)} bytes preserved; 0 if there is no
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
     * Never resizes a block, because the C library has no function for it.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param size the requested size, in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @return the usable size of the unchanged block
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
