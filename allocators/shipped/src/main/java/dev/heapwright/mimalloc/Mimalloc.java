package dev.heapwright.mimalloc;

import dev.heapwright.memory.FirstUse;
import dev.heapwright.memory.NativeLibrary;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * mimalloc's API. Its functions are linked twice: as critical downcalls for small blocks, as ordinary ones for large
 * blocks; {@link NativeLibrary#criticalFunction} explains why, and why each function here branches first and then calls
 * a constant.
 *
 * <p>The size that determines this is a block's size or alignment, whichever is greater; for a resize, the greatest of
 * both sizes and the alignment.
 *
 * @see <a href="https://microsoft.github.io/mimalloc/modules.html">mimalloc's API</a>
 */
final class Mimalloc {
    /**
     * The largest size for which {@link #isSmall} is true, in bytes: 0 until the functions for small blocks are linked.
     */
    private static long small = -1;

    private static boolean largeLinked;
    private static @Nullable MimallocFunctions handedOver;

    /** Initialised when its value has been prepared; {@link FirstUse} explains why. */
    private static final class Small {
        static final MimallocFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Small() {}

        static void initialise() {}
    }

    /** Like {@link Small}. A program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final MimallocFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Large() {}

        static void initialise() {}
    }

    private Mimalloc() {}

    static long malloc(long blockSize, long size) {
        return isSmall(blockSize) ? Small.FUNCTIONS.malloc(size) : Large.FUNCTIONS.malloc(size);
    }

    static long mallocAligned(long blockSize, long size, long align) {
        return isSmall(blockSize)
                ? Small.FUNCTIONS.mallocAligned(size, align)
                : Large.FUNCTIONS.mallocAligned(size, align);
    }

    static long zalloc(long blockSize, long size) {
        return isSmall(blockSize) ? Small.FUNCTIONS.zalloc(size) : Large.FUNCTIONS.zalloc(size);
    }

    static long zallocAligned(long blockSize, long size, long align) {
        return isSmall(blockSize)
                ? Small.FUNCTIONS.zallocAligned(size, align)
                : Large.FUNCTIONS.zallocAligned(size, align);
    }

    static long realloc(long blockSize, long address, long size) {
        return isSmall(blockSize) ? Small.FUNCTIONS.realloc(address, size) : Large.FUNCTIONS.realloc(address, size);
    }

    static long reallocAligned(long blockSize, long address, long size, long align) {
        return isSmall(blockSize)
                ? Small.FUNCTIONS.reallocAligned(address, size, align)
                : Large.FUNCTIONS.reallocAligned(address, size, align);
    }

    static void free(long blockSize, long address) {
        if (isSmall(blockSize)) {
            Small.FUNCTIONS.free(address);
        } else {
            Large.FUNCTIONS.free(address);
        }
    }

    /**
     * It only computes, so it is always fast; so are {@link #expand} and {@link #usableSize}, which inspect a block.
     */
    static long goodSize(long size) {
        return small().goodSize(size);
    }

    static long expand(long address, long size) {
        return small().expand(address, size);
    }

    static long usableSize(long address) {
        return small().usableSize(address);
    }

    /** Ensures that the functions for a block of this size are linked. Until then, no size is small enough. */
    private static boolean isSmall(long blockSize) {
        return blockSize <= small || isSmallOnceLinked(blockSize);
    }

    private static boolean isSmallOnceLinked(long blockSize) {
        if (blockSize <= NativeLibrary.SMALL_BLOCK) {
            linkSmall();
            return true;
        }
        if (!largeLinked) {
            linkLarge();
        }
        return false;
    }

    private static MimallocFunctions small() {
        if (small < 0) {
            linkSmall();
        }
        return Small.FUNCTIONS;
    }

    private static synchronized void linkSmall() {
        if (small < 0) {
            FirstUse.prepare();
            handedOver = MimallocFunctions.linked(library()::criticalFunction);
            Small.initialise();
            small = NativeLibrary.SMALL_BLOCK;
        }
    }

    private static synchronized void linkLarge() {
        if (!largeLinked) {
            FirstUse.prepare();
            handedOver = MimallocFunctions.linked(library()::function);
            Large.initialise();
            largeLinked = true;
        }
    }

    /** The process's library, or one of its own, which the operating system loads only once. */
    static NativeLibrary library() {
        return NativeLibrary.ofProcess(Mimalloc.class, "mimalloc-process", MimallocFunctions.NAMES_IN_PROCESS)
                .orElseGet(() -> NativeLibrary.load(Mimalloc.class, "mimalloc", Map.of()));
    }
}
