package dev.heapwright.mimalloc;

import dev.heapwright.annotations.Allocator;

/**
 * mimalloc as an {@link Allocator}.
 *
 * <p><b>How it gets to the speed of C.</b> Each function is one call of mimalloc's. The handles are constants to the
 * JIT, which makes of each call the moves of its arguments into registers and a call instruction; for small blocks
 * without a change of the thread's state.
 *
 * <p><b>Alignment.</b> mimalloc aligns blocks to 16 bytes by itself, from 16 bytes on, and to 8 bytes below. Those are
 * <em>natural</em> blocks, which take its shortest way, and whose usable size is that of its size class. For any other,
 * mimalloc may put an aligned block into a larger one, in a place that depends on the larger one's: of those, no more
 * is promised to be usable than was asked for.
 *
 * <p>All functions have the preconditions of the contract, unchecked: a size in bytes greater than 0, an alignment in
 * bytes that is a power of two, an old size between the requested size and the usable size, and an address from this
 * allocator that is not 0. All throw {@link dev.heapwright.memory.NativeUnavailableError} where mimalloc cannot be
 * loaded; running out of memory never causes an exception.
 *
 * @see <a href="https://microsoft.github.io/mimalloc/modules.html">mimalloc's API</a>
 */
@Allocator
public final class MimallocAllocator {
    /** What mimalloc aligns blocks to by itself, from that size on: its {@code MI_MAX_ALIGN_SIZE}. */
    private static final long NATURAL_ALIGNMENT = 16;

    private MimallocAllocator() {}

    /**
     * Allocates a block, its content unspecified.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocate(long size, long align) {
        long blockSize = Math.max(size, align);
        return isNatural(size, align)
                ? Mimalloc.malloc(blockSize, size)
                : Mimalloc.mallocAligned(blockSize, size, align);
    }

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocateZeroed(long size, long align) {
        long blockSize = Math.max(size, align);
        return isNatural(size, align)
                ? Mimalloc.zalloc(blockSize, size)
                : Mimalloc.zallocAligned(blockSize, size, align);
    }

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        // mimalloc finds the size beside the block, and its functions that are told it only compare the two.
        Mimalloc.free(Math.max(oldSize, align), address);
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
        long blockSize = Math.max(Math.max(oldSize, size), align);
        return isNatural(size, align)
                ? Mimalloc.realloc(blockSize, address, size)
                : Mimalloc.reallocAligned(blockSize, address, size, align);
    }

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
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        long usable = usableSize(oldSize, align);
        // A block that was resized may be larger than its size says: mimalloc keeps one that is shrunk a little.
        return size > usable && Mimalloc.expand(address, size) != 0 ? Mimalloc.usableSize(address) : usable;
    }

    /**
     * Returns how much of a block may be used.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return mimalloc's size class where the block is natural, {@code size} where it is not; at least {@code size}
     */
    public static long usableSize(long size, long align) {
        // For a size of which there is never a block, mimalloc's computation overflows.
        return isNatural(size, align) ? Math.max(size, Mimalloc.goodSize(size)) : size;
    }

    private static boolean isNatural(long size, long align) {
        return align <= NATURAL_ALIGNMENT && align <= size;
    }
}
