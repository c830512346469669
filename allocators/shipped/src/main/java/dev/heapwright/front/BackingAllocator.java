package dev.heapwright.front;

/**
 * The allocator behind a {@link Front}: the functions of an {@link dev.heapwright.annotations.Allocator}, with their
 * contract, as methods.
 *
 * <p>Blocks are asked for in the front's sizes and alignments, and may be freed by any thread.
 */
public interface BackingAllocator {
    /**
     * Allocates a block with unspecified content.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a positive multiple of {@code align}; 0 if there is no memory for the block
     */
    long allocate(long size, long align);

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a positive multiple of {@code align}; 0 if there is no memory for the block
     */
    long allocateZeroed(long size, long align);

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param align the alignment it was allocated with
     */
    void deallocate(long address, long oldSize, long align);

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
    long reallocate(long address, long oldSize, long size, long align);

    /**
     * Resizes a block if that can be done in place.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param size the requested size, in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @return the usable size of the block afterwards: at least {@code size} if it grew, less than {@code oldSize} if
     *     it shrank, {@code usableSize(oldSize, align)} if it is unchanged
     */
    long reallocateInplace(long address, long oldSize, long size, long align);

    /**
     * Returns how much of a block may be used.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return bytes, at least {@code size}
     */
    long usableSize(long size, long align);

    /**
     * Gives back what the allocator keeps for the thread that calls, such as a cache of free blocks; does nothing
     * unless it is overridden. The front calls this every few seconds in each thread that uses it, and when there is
     * no more memory: it keeps free blocks itself, so those behind it are seldom used and would stay for ever.
     *
     * <p>It has to return also if something is missing, such as Java heap.
     */
    default void releaseThreadCache() {}
}
