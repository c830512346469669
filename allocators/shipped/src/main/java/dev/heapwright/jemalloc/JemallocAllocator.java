package dev.heapwright.jemalloc;

import dev.heapwright.annotations.Allocator;

/**
 * jemalloc as an {@link Allocator}.
 *
 * <p><b>How it gets to the speed of C.</b> The contract has what jemalloc's own API wants to know: sizes and
 * alignments, also when a block is given back. So each function is one call of jemalloc's, {@code mallocx}, {@code
 * rallocx}, {@code xallocx}, {@code sdallocx} or {@code nallocx}, and none has to look a size up in jemalloc's page
 * map. The handles are constants to the JIT, which makes of each call the moves of its arguments into registers and a
 * call instruction; for small blocks without a change of the thread's state.
 *
 * <p><b>Alignment.</b> jemalloc has size classes whose blocks are aligned to 16 bytes by themselves, from 16 bytes on,
 * and to 8 bytes below. Where that is enough, no alignment is asked for, which takes jemalloc's shortest way. The flags
 * depend on the size, then, and a block may be given back with another size than it was allocated with; both name the
 * same size class all the same, for a block of less than 16 bytes aligned to 16 is one of the class of 16.
 *
 * <p><b>Options.</b> The number of arenas follows the processors that the JVM may use, and free memory is given back in
 * the background, unless the environment variable {@code JE_MALLOC_CONF} is set, which is then all that counts.
 *
 * <p>All functions have the preconditions of the contract, unchecked: a size in bytes greater than 0, an alignment in
 * bytes that is a power of two, an old size between the requested size and the usable size, and an address from this
 * allocator that is not 0. All throw {@link dev.heapwright.memory.NativeUnavailableError} where jemalloc cannot be
 * loaded; running out of memory never causes an exception.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3)</a>
 */
@Allocator
public final class JemallocAllocator {
    /** {@code MALLOCX_ZERO}. The flag for an alignment is its binary logarithm, {@code MALLOCX_LG_ALIGN}. */
    private static final int ZERO = 0x40;

    /** What jemalloc aligns blocks to by itself, from that size on: its quantum on 64-bit platforms. */
    private static final long QUANTUM = 16;

    private JemallocAllocator() {}

    /**
     * Allocates a block, its content unspecified.
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
     * @param align the alignment it was allocated with, and keeps
     * @return the address of the resized block, its first {@code min(oldSize, size)} bytes kept; 0 if there is no
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
        // For a size of which there is never a block, jemalloc says 0.
        return Math.max(size, Jemalloc.nallocx(size, flags(size, align)));
    }

    private static int flags(long size, long align) {
        return align <= QUANTUM && align <= size ? 0 : Long.numberOfTrailingZeros(align);
    }
}
