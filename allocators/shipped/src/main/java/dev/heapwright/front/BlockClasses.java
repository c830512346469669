package dev.heapwright.front;

/**
 * The classes of blocks that are kept, numbered from 0: 60 sizes, and each of them with two alignments.
 *
 * <p>The sizes are the multiples of 16 bytes up to 128, and from there on four between a power of two and the next.
 * They are jemalloc's size classes, and but for the smallest also mimalloc's, so that rounding up to a class wastes
 * nothing that the native allocator would not waste anyway.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html#size_classes">jemalloc(3), Size classes</a>
 */
final class BlockClasses {
    /** The number of classes. */
    static final int COUNT = 120;

    /** The size of the largest blocks, in bytes. */
    static final long LARGEST = 1L << 20;

    /** What every native allocator provides without being asked for it, in bytes. */
    static final long NATURAL_ALIGNMENT = 16;

    /** The larger of the two alignments, in bytes: a cache line. */
    static final long LINE = 64;

    /** The size up to which blocks are kept in numbers, in bytes; larger ones one by one. */
    static final long SMALL = 32 << 10;

    private static final int SIZES = COUNT / 2;

    private BlockClasses() {}

    /**
     * Returns the class of the smallest blocks that are large enough, with natural alignment.
     *
     * @param size bytes, from 1 to {@link #LARGEST}
     */
    static int of(long size) {
        long last = size - 1;
        // Up to 128 bytes, the steps are those between 64 and 128.
        int log = 63 - Long.numberOfLeadingZeros(last | 64);
        return ((log - 6) << 2) + (int) (last >>> (log - 2));
    }

    /** Like {@link #of}, but of whole lines: blocks that are aligned to {@link #LINE} have at least a multiple of it. */
    static int ofLines(long size) {
        return SIZES + of((size + LINE - 1) & -LINE);
    }

    /** Returns the size of a class's blocks, in bytes. */
    static long size(int blockClass) {
        int index = blockClass % SIZES;
        if (index < 8) {
            return (index + 1L) << 4;
        }
        int log = 6 + ((index - 4) >> 2);
        return (index - ((log - 6) << 2) + 1L) << (log - 2);
    }

    /** Returns the alignment of a class's blocks, in bytes. */
    static long alignment(int blockClass) {
        return blockClass < SIZES ? NATURAL_ALIGNMENT : LINE;
    }

    static boolean isLarge(int blockClass) {
        return size(blockClass) > SMALL;
    }

    /** Returns the greatest capacity of a magazine: 32 KiB of small blocks, or a megabyte of large ones. */
    static int mostIn(int blockClass) {
        long size = size(blockClass);
        return (int) (size > SMALL ? Math.min(8, LARGEST / size) : Math.max(2, Math.min(512, SMALL / size)));
    }
}
