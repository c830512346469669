package dev.heapwright.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link CHeap} through the FFM API. Its functions are linked twice: as critical downcalls for small blocks, as
 * ordinary ones for large blocks; {@link NativeLibrary#criticalFunction} explains why, and why each function here
 * branches first and then calls a constant.
 *
 * <p>The size that determines this is a block's size or alignment, whichever is greater; for a resize, the greatest of
 * both sizes and the alignment.
 */
final class ForeignHeap {
    private static boolean largeLinked;
    private static @Nullable HeapFunctions handedOver;

    /** Initialised by {@link #linkSmall}, when its value has been prepared; {@link FirstUse} explains why. */
    private static final class Small {
        static final HeapFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Small() {}

        static void initialise() {}
    }

    /** Like {@link Small}. A program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final HeapFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Large() {}

        static void initialise() {}
    }

    private ForeignHeap() {}

    /** Links the functions that all others here rely on. */
    static synchronized void linkSmall() {
        handedOver = HeapFunctions.linked(true);
        Small.initialise();
    }

    private static HeapFunctions large() {
        if (!largeLinked) {
            linkLarge();
        }
        return Large.FUNCTIONS;
    }

    private static synchronized void linkLarge() {
        if (!largeLinked) {
            FirstUse.prepare();
            handedOver = HeapFunctions.linked(false);
            Large.initialise();
            largeLinked = true;
        }
    }

    static long malloc(long blockSize, long size) {
        return isSmall(blockSize) ? Small.FUNCTIONS.malloc(size) : large().malloc(size);
    }

    static long calloc(long blockSize, long size) {
        return isSmall(blockSize) ? Small.FUNCTIONS.calloc(size) : large().calloc(size);
    }

    static long realloc(long blockSize, long address, long size) {
        return isSmall(blockSize) ? Small.FUNCTIONS.realloc(address, size) : large().realloc(address, size);
    }

    static void free(long blockSize, long address) {
        if (isSmall(blockSize)) {
            Small.FUNCTIONS.free(address);
        } else {
            large().free(address);
        }
    }

    /** {@code align} is greater than {@link CHeap#ALIGNMENT}, {@code size + align} at most {@link Long#MAX_VALUE}. */
    static long alignedAlloc(long blockSize, long align, long size) {
        return isSmall(blockSize) ? Small.FUNCTIONS.alignedAlloc(align, size) : large().alignedAlloc(align, size);
    }

    static void alignedFree(long blockSize, long address) {
        if (isSmall(blockSize)) {
            Small.FUNCTIONS.alignedFree(address);
        } else {
            large().alignedFree(address);
        }
    }

    private static boolean isSmall(long blockSize) {
        return blockSize <= NativeLibrary.SMALL_BLOCK;
    }
}
