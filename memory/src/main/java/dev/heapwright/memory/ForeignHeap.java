package dev.heapwright.memory;

/**
 * {@link CHeap} by the FFM API. Its functions are linked twice: for small blocks by critical downcalls, for large ones
 * by ordinary ones; {@link NativeLibrary#criticalFunction} tells why, and why each function here branches first and then
 * calls a constant.
 *
 * <p>The size by which that is chosen is a block's size or alignment, whichever is greater; when it is resized, the
 * greatest of both sizes and the alignment.
 */
final class ForeignHeap {
    private static final HeapFunctions SMALL = HeapFunctions.linked(true);

    /** Of its own class, so that a program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final HeapFunctions FUNCTIONS = HeapFunctions.linked(false);

        private Large() {}
    }

    private ForeignHeap() {}

    static long malloc(long blockSize, long size) {
        return isSmall(blockSize) ? SMALL.malloc(size) : Large.FUNCTIONS.malloc(size);
    }

    static long calloc(long blockSize, long size) {
        return isSmall(blockSize) ? SMALL.calloc(size) : Large.FUNCTIONS.calloc(size);
    }

    static long realloc(long blockSize, long address, long size) {
        return isSmall(blockSize) ? SMALL.realloc(address, size) : Large.FUNCTIONS.realloc(address, size);
    }

    static void free(long blockSize, long address) {
        if (isSmall(blockSize)) {
            SMALL.free(address);
        } else {
            Large.FUNCTIONS.free(address);
        }
    }

    /** {@code align} is over {@link CHeap#ALIGNMENT}, {@code size + align} not over {@link Long#MAX_VALUE}. */
    static long alignedAlloc(long blockSize, long align, long size) {
        return isSmall(blockSize) ? SMALL.alignedAlloc(align, size) : Large.FUNCTIONS.alignedAlloc(align, size);
    }

    static void alignedFree(long blockSize, long address) {
        if (isSmall(blockSize)) {
            SMALL.alignedFree(address);
        } else {
            Large.FUNCTIONS.alignedFree(address);
        }
    }

    private static boolean isSmall(long blockSize) {
        return blockSize <= NativeLibrary.SMALL_BLOCK;
    }
}
