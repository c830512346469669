package dev.heapwright.mimalloc;

import dev.heapwright.annotations.Allocator;

/**
 * mimalloc as an {@link Allocator}.
 *
 * <p><b>How it reaches the speed of C.</b> Each function is one call of a mimalloc function. The handles are constants
 * to the JIT, which compiles each call to moving the arguments into registers and a call instruction; for small blocks
 * without a thread state transition.
 *
 * <p><b>Alignment.</b> mimalloc's blocks are naturally aligned to 16 bytes, from 16 bytes on, and to 8 bytes below.
 * Those are <em>natural</em> blocks, which take its fastest path, and whose usable size is that of their size class.
 * For any other alignment, mimalloc may place an aligned block inside a larger one, at a position that depends on the
 * address of the latter: for those, only the requested size is usable.
 *
 * <p>All functions have the preconditions of the contract, which are not checked: a size in bytes greater than 0, an
 * alignment in bytes that is a power of two, an old size between the requested size and the usable size, and an address
 * from this allocator that is not 0. All throw {@link dev.heapwright.memory.NativeUnavailableError} if mimalloc cannot
 * be loaded; running out of memory never causes an exception.
 *
 * @see <a href="https://microsoft.github.io/mimalloc/modules.html">mimalloc's API</a>
 */
@Allocator
public final class MimallocAllocator {
    /** The natural alignment of mimalloc's blocks of at least this size: its {@code MI_MAX_ALIGN_SIZE}. */
    private static final long NATURAL_ALIGNMENT = 16;

    private MimallocAllocator() {}

    /**
     * Allocates a block with unspecified content.
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
        // mimalloc finds the size in the block's metadata, and its functions with a size parameter only compare the
        // two.
        Mimalloc.free(Math.max(oldSize, align), address);
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
        // A resized block may be larger than its size: mimalloc leaves a block in place that is shrunk only a little.
        return size > usable && Mimalloc.expand(address, size) != 0 ? Mimalloc.usableSize(address) : usable;
    }

    /**
     * Returns how much of a block may be used.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return mimalloc's size class if the block is natural, {@code size} otherwise; at least {@code size}
     */
    public static long usableSize(long size, long align) {
        // For sizes that it never provides, mimalloc's computation overflows.
        return isNatural(size, align) ? Math.max(size, Mimalloc.goodSize(size)) : size;
    }

    private static boolean isNatural(long size, long align) {
        return align <= NATURAL_ALIGNMENT && align <= size;
    }
}
