package dev.heapwright.jemalloc;

import dev.heapwright.memory.FirstUse;
import dev.heapwright.memory.NativeLibrary;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * jemalloc's API with sizes and flags. Its functions are linked twice: as critical downcalls for small blocks, as
 * ordinary ones for large blocks; {@link NativeLibrary#criticalFunction} explains why, and why each function here
 * branches first and then calls a constant.
 *
 * <p>The size that determines this is a block's size or alignment, whichever is greater; for a resize, the greatest of
 * both sizes and the alignment.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3), Non-standard API</a>
 */
final class Jemalloc {
    /**
     * The largest size for which {@link #isSmall} is true, in bytes: 0 until the functions for small blocks are linked.
     */
    private static long small = -1;

    private static boolean largeLinked;
    private static @Nullable JemallocFunctions handedOver;

    /** Initialised when its value has been prepared; {@link FirstUse} explains why. */
    private static final class Small {
        static final JemallocFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Small() {}

        static void initialise() {}
    }

    /** Like {@link Small}. A program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final JemallocFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Large() {}

        static void initialise() {}
    }

    private Jemalloc() {}

    static long mallocx(long blockSize, long size, int flags) {
        return isSmall(blockSize) ? Small.FUNCTIONS.mallocx(size, flags) : Large.FUNCTIONS.mallocx(size, flags);
    }

    static long rallocx(long blockSize, long address, long size, int flags) {
        return isSmall(blockSize)
                ? Small.FUNCTIONS.rallocx(address, size, flags)
                : Large.FUNCTIONS.rallocx(address, size, flags);
    }

    static long xallocx(long blockSize, long address, long size, long extra, int flags) {
        return isSmall(blockSize)
                ? Small.FUNCTIONS.xallocx(address, size, extra, flags)
                : Large.FUNCTIONS.xallocx(address, size, extra, flags);
    }

    static void sdallocx(long blockSize, long address, long size, int flags) {
        if (isSmall(blockSize)) {
            Small.FUNCTIONS.sdallocx(address, size, flags);
        } else {
            Large.FUNCTIONS.sdallocx(address, size, flags);
        }
    }

    /** It only computes, so it is always fast. */
    static long nallocx(long size, int flags) {
        return small().nallocx(size, flags);
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

    private static JemallocFunctions small() {
        if (small < 0) {
            linkSmall();
        }
        return Small.FUNCTIONS;
    }

    private static synchronized void linkSmall() {
        if (small < 0) {
            FirstUse.prepare();
            handedOver = JemallocFunctions.linked(library()::criticalFunction);
            Small.initialise();
            small = NativeLibrary.SMALL_BLOCK;
        }
    }

    private static synchronized void linkLarge() {
        if (!largeLinked) {
            FirstUse.prepare();
            handedOver = JemallocFunctions.linked(library()::function);
            Large.initialise();
            largeLinked = true;
        }
    }

    /** The process's library, or one of its own, which the operating system loads only once. */
    static NativeLibrary library() {
        return NativeLibrary.ofProcess(Jemalloc.class, "jemalloc-process", Map.of())
                .orElseGet(() -> NativeLibrary.load(Jemalloc.class, "jemalloc", JemallocOptions.environment()));
    }
}
