package dev.heapwright.mimalloc;

import dev.heapwright.memory.NativeLibrary;
import java.util.Map;

/**
 * mimalloc's API. Its functions are linked twice: for small blocks by critical downcalls, for large ones by ordinary
 * ones; {@link NativeLibrary#criticalFunction} tells why, and why each function here branches first and then calls a
 * constant.
 *
 * <p>The size by which that is chosen is a block's size or alignment, whichever is greater; when it is resized, the
 * greatest of both sizes and the alignment.
 *
 * @see <a href="https://microsoft.github.io/mimalloc/modules.html">mimalloc's API</a>
 */
final class Mimalloc {
    private static final NativeLibrary LIBRARY = NativeLibrary.load(Mimalloc.class, "mimalloc", Map.of());

    private static final MimallocFunctions SMALL = MimallocFunctions.linked(LIBRARY::criticalFunction);

    /** Of its own class, so that a program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final MimallocFunctions FUNCTIONS = MimallocFunctions.linked(LIBRARY::function);

        private Large() {}
    }

    private Mimalloc() {}

    static long malloc(long blockSize, long size) {
        return isSmall(blockSize) ? SMALL.malloc(size) : Large.FUNCTIONS.malloc(size);
    }

    static long mallocAligned(long blockSize, long size, long align) {
        return isSmall(blockSize) ? SMALL.mallocAligned(size, align) : Large.FUNCTIONS.mallocAligned(size, align);
    }

    static long zalloc(long blockSize, long size) {
        return isSmall(blockSize) ? SMALL.zalloc(size) : Large.FUNCTIONS.zalloc(size);
    }

    static long zallocAligned(long blockSize, long size, long align) {
        return isSmall(blockSize) ? SMALL.zallocAligned(size, align) : Large.FUNCTIONS.zallocAligned(size, align);
    }

    static long realloc(long blockSize, long address, long size) {
        return isSmall(blockSize) ? SMALL.realloc(address, size) : Large.FUNCTIONS.realloc(address, size);
    }

    static long reallocAligned(long blockSize, long address, long size, long align) {
        return isSmall(blockSize)
                ? SMALL.reallocAligned(address, size, align)
                : Large.FUNCTIONS.reallocAligned(address, size, align);
    }

    static void free(long blockSize, long address) {
        if (isSmall(blockSize)) {
            SMALL.free(address);
        } else {
            Large.FUNCTIONS.free(address);
        }
    }

    /** It only computes, so it is always short; as are {@link #expand} and {@link #usableSize}, which look at a block. */
    static long goodSize(long size) {
        return SMALL.goodSize(size);
    }

    static long expand(long address, long size) {
        return SMALL.expand(address, size);
    }

    static long usableSize(long address) {
        return SMALL.usableSize(address);
    }

    private static boolean isSmall(long blockSize) {
        return blockSize <= NativeLibrary.SMALL_BLOCK;
    }
}
