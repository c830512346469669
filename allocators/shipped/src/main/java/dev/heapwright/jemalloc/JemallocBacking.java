package dev.heapwright.jemalloc;

import dev.heapwright.front.BackingAllocator;

/**
 * jemalloc, as it is behind a front.
 *
 * <p><b>How its calls cost no more than C's.</b> The contract provides what jemalloc's own API needs: sizes and alignments,
 * even when a block is freed. So each function is one call of jemalloc's {@code mallocx}, {@code rallocx}, {@code
 * xallocx}, {@code sdallocx} or {@code nallocx}, and none has to look up a size in jemalloc's page map. The handles are
 * constants to the JIT, which compiles each call to moving the arguments into registers and a call instruction; for
 * small blocks without a thread state transition.
 *
 * <p><b>Alignment.</b> jemalloc's size classes are naturally aligned to 16 bytes, from 16 bytes on, and to 8 bytes
 * below. If that is enough, no alignment is requested, which takes jemalloc's fastest path. The flags therefore depend
 * on the size, and a block may be freed with a size different from the one it was allocated with; both refer to the
 * same size class nevertheless, because a block of less than 16 bytes aligned to 16 is in the class of 16.
 */
final class JemallocBacking implements BackingAllocator {
    /** {@code MALLOCX_ZERO}. The flag for an alignment is its binary logarithm, {@code MALLOCX_LG_ALIGN}. */
    private static final int ZERO = 0x40;

    /** The natural alignment of jemalloc's blocks of at least this size: its quantum on 64-bit platforms. */
    private static final long QUANTUM = 16;

    @Override
    public long allocate(long size, long align) {
        return Jemalloc.mallocx(Math.max(size, align), size, flags(size, align));
    }

    @Override
    public long allocateZeroed(long size, long align) {
        return Jemalloc.mallocx(Math.max(size, align), size, flags(size, align) | ZERO);
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        Jemalloc.sdallocx(Math.max(oldSize, align), address, oldSize, flags(oldSize, align));
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        return Jemalloc.rallocx(Math.max(Math.max(oldSize, size), align), address, size, flags(size, align));
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        return Jemalloc.xallocx(Math.max(Math.max(oldSize, size), align), address, size, 0L, flags(size, align));
    }

    @Override
    public long usableSize(long size, long align) {
        // jemalloc returns 0 for sizes that it never provides.
        return Math.max(size, Jemalloc.nallocx(size, flags(size, align)));
    }

    @Override
    public void releaseThreadCache() {
        ThreadCache.flush();
    }

    private static int flags(long size, long align) {
        return align <= QUANTUM && align <= size ? 0 : Long.numberOfTrailingZeros(align);
    }
}
