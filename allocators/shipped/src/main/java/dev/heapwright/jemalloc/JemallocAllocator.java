package dev.heapwright.jemalloc;

import dev.heapwright.annotations.Allocator;

/**
 * jemalloc as an {@link Allocator}.
 *
 * <p><b>How it reaches the speed of C.</b> The contract provides what jemalloc's own API needs: sizes and alignments,
 * even when a block is freed. So each function is one call of jemalloc's {@code mallocx}, {@code rallocx}, {@code
 * xallocx}, {@code sdallocx} or {@code nallocx}, and none has to look up a size in jemalloc's page map. The handles are
 * constants to the JIT, which compiles each call to moving the arguments into registers and a call instruction; for
 * small blocks without a thread state transition.
 *
 * <p><b>Alignment.</b> jemalloc's size classes are naturally aligned to 16 bytes, from 16 bytes on, and to 8 bytes
 * below. If that is enough, no alignment is requested, which takes jemalloc's fastest path. The flags therefore depend
 * on the size, and a block may be freed with a size different from the one it was allocated with; both refer to the
 * same size class nevertheless, because a block of less than 16 bytes aligned to 16 is in the class of 16.
 *
 * <p><b>Options.</b> The number of arenas depends on the processors available to the JVM, and free memory is returned
 * to the operating system in the background. If the environment variable {@code JE_MALLOC_CONF} is set, only its
 * options apply.
 *
 * <p>All functions have the preconditions of the contract, which are not checked: a size in bytes greater than 0, an
 * alignment in bytes that is a power of two, an old size between the requested size and the usable size, and an address
 * from this allocator that is not 0. All throw {@link dev.heapwright.memory.NativeUnavailableError} if jemalloc cannot
 * be loaded; running out of memory never causes an exception.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3)</a>
 */
@Allocator
public final class JemallocAllocator {
    /** {@code MALLOCX_ZERO}. The flag for an alignment is its binary logarithm, {@code MALLOCX_LG_ALIGN}. */
    private static final int ZERO = 0x40;

    /** The natural alignment of jemalloc's blocks of at least this size: its quantum on 64-bit platforms. */
    private static final long QUANTUM = 16;

    private JemallocAllocator() {}

    /**
     * Allocates a block with unspecified content.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocate(long size, long align) {
        return Jemalloc.mallocx(Math.max(size, align), size, flags(size, align));
    }

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocateZeroed(long size, long align) {
        return Jemalloc.mallocx(Math.max(size, align), size, flags(size, align) | ZERO);
    }

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        Jemalloc.sdallocx(Math.max(oldSize, align), address, oldSize, flags(oldSize, align));
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
        return Jemalloc.rallocx(Math.max(Math.max(oldSize, size), align), address, size, flags(size, align));
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
        return Jemalloc.xallocx(Math.max(Math.max(oldSize, size), align), address, size, 0L, flags(size, align));
    }

    /**
     * Returns how much of a block may be used: jemalloc's size class.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return the size of the block, in bytes, at least {@code size}
     */
    public static long usableSize(long size, long align) {
        // jemalloc returns 0 for sizes that it never provides.
        return Math.max(size, Jemalloc.nallocx(size, flags(size, align)));
    }

    private static int flags(long size, long align) {
        return align <= QUANTUM && align <= size ? 0 : Long.numberOfTrailingZeros(align);
    }
}
