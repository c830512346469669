package dev.heapwright.jemalloc;

import dev.heapwright.memory.NativeLibrary;

/**
 * jemalloc's API for sizes and flags. Its functions are linked twice: for small blocks by critical downcalls, for large
 * ones by ordinary ones; {@link NativeLibrary#criticalFunction} tells why, and why each function here branches first and
 * then calls a constant.
 *
 * <p>The size by which that is chosen is a block's size or alignment, whichever is greater; when it is resized, the
 * greatest of both sizes and the alignment.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3), Non-standard API</a>
 */
final class Jemalloc {
    private static final NativeLibrary LIBRARY =
            NativeLibrary.load(Jemalloc.class, "jemalloc", JemallocOptions.environment());

    private static final JemallocFunctions SMALL = JemallocFunctions.linked(LIBRARY::criticalFunction);

    /** Of its own class, so that a program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final JemallocFunctions FUNCTIONS = JemallocFunctions.linked(LIBRARY::function);

        private Large() {}
    }

    private Jemalloc() {}

    static long mallocx(long blockSize, long size, int flags) {
        return isSmall(blockSize) ? SMALL.mallocx(size, flags) : Large.FUNCTIONS.mallocx(size, flags);
    }

    static long rallocx(long blockSize, long address, long size, int flags) {
        return isSmall(blockSize) ? SMALL.rallocx(address, size, flags) : Large.FUNCTIONS.rallocx(address, size, flags);
    }

    static long xallocx(long blockSize, long address, long size, long extra, int flags) {
        return isSmall(blockSize)
                ? SMALL.xallocx(address, size, extra, flags)
                : Large.FUNCTIONS.xallocx(address, size, extra, flags);
    }

    static void sdallocx(long blockSize, long address, long size, int flags) {
        if (isSmall(blockSize)) {
            SMALL.sdallocx(address, size, flags);
        } else {
            Large.FUNCTIONS.sdallocx(address, size, flags);
        }
    }

    /** It only computes, so it is always short. */
    static long nallocx(long size, int flags) {
        return SMALL.nallocx(size, flags);
    }

    private static boolean isSmall(long blockSize) {
        return blockSize <= NativeLibrary.SMALL_BLOCK;
    }
}
