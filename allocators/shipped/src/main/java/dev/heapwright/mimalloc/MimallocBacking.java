package dev.heapwright.mimalloc;

import dev.heapwright.front.BackingAllocator;

/**
 * mimalloc, as it is behind a front.
 *
 * <p><b>How its calls cost no more than C's.</b> Each function is one call of a mimalloc function. The handles are
 * constants to the JIT, which compiles each call to moving the arguments into registers and a call instruction; for
 * small blocks without a thread state transition.
 *
 * <p><b>Alignment.</b> mimalloc's blocks are naturally aligned to 16 bytes, from 16 bytes on, and to 8 bytes below.
 * Those are <em>natural</em> blocks, which take its fastest path, and whose usable size is that of their size class.
 * For any other alignment, mimalloc may place an aligned block inside a larger one, at a position that depends on the
 * address of the latter: for those, only the requested size is usable.
 */
final class MimallocBacking implements BackingAllocator {
    /** The natural alignment of mimalloc's blocks of at least this size: its {@code MI_MAX_ALIGN_SIZE}. */
    private static final long NATURAL_ALIGNMENT = 16;

    @Override
    public long allocate(long size, long align) {
        long blockSize = Math.max(size, align);
        return isNatural(size, align)
                ? Mimalloc.malloc(blockSize, size)
                : Mimalloc.mallocAligned(blockSize, size, align);
    }

    @Override
    public long allocateZeroed(long size, long align) {
        long blockSize = Math.max(size, align);
        return isNatural(size, align)
                ? Mimalloc.zalloc(blockSize, size)
                : Mimalloc.zallocAligned(blockSize, size, align);
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        // mimalloc finds the size in the block's metadata, and its functions with a size parameter only compare the
        // two.
        Mimalloc.free(Math.max(oldSize, align), address);
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        long blockSize = Math.max(Math.max(oldSize, size), align);
        return isNatural(size, align)
                ? Mimalloc.realloc(blockSize, address, size)
                : Mimalloc.reallocAligned(blockSize, address, size, align);
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        long usable = usableSize(oldSize, align);
        // A resized block may be larger than its size: mimalloc leaves a block in place that is shrunk only a little.
        return size > usable && Mimalloc.expand(address, size) != 0 ? Mimalloc.usableSize(address) : usable;
    }

    @Override
    public long usableSize(long size, long align) {
        // For sizes that it never provides, mimalloc's computation overflows.
        return isNatural(size, align) ? Math.max(size, Mimalloc.goodSize(size)) : size;
    }

    private static boolean isNatural(long size, long align) {
        return align <= NATURAL_ALIGNMENT && align <= size;
    }
}
