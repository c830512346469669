package dev.heapwright.jemalloc;

import dev.heapwright.memory.FirstUse;
import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.memory.NativeUnavailableError;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * jemalloc's API with sizes and flags. Its functions are linked twice: as critical downcalls for small blocks, as
 * ordinary ones for large blocks; {@link NativeLibrary#criticalFunction} explains why, and why each function here
 * branches first and then calls a constant.
 *
 * <p>The size that determines this is a block's size or alignment, whichever is greater; for a resize, the greatest of
 * both sizes and the alignment.
 *
 * <p>Linking takes much of a cold start, so it is done in steps: {@link FirstFunctions} with the first block, all for small
 * blocks when one is resized or some have been allocated, all for large blocks with the first large one. Freeing a block never
 * links anything, as that needs Java heap: what a block can be freed with was linked when it was allocated or resized.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3), Non-standard API</a>
 */
final class Jemalloc {
    /** The number of small blocks after which it is worth linking all functions for them. */
    private static final int SOME = 100;

    /** The largest size of a block for which all functions for small blocks are linked, in bytes; -1 until they are. */
    private static long small = -1;

    private static boolean firstLinked;
    private static boolean largeLinked;

    /** Small blocks so far; if threads overwrite each other's counts, it takes some more of them. */
    private static int served;

    private static @Nullable FirstFunctions handedOverFirst;
    private static @Nullable JemallocFunctions handedOver;

    /** Initialised when its value has been prepared; {@link FirstUse} explains why. */
    private static final class First {
        static final FirstFunctions FUNCTIONS = Objects.requireNonNull(handedOverFirst);

        private First() {}

        static void initialise() {}
    }

    /** Like {@link First}. */
    private static final class Small {
        static final JemallocFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Small() {}

        static void initialise() {}
    }

    /** Like {@link First}. */
    private static final class Large {
        static final JemallocFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Large() {}

        static void initialise() {}
    }

    private Jemalloc() {}

    static long mallocx(long blockSize, long size, int flags) {
        return blockSize <= small ? Small.FUNCTIONS.mallocx(size, flags) : mallocxOnceLinked(blockSize, size, flags);
    }

    private static long mallocxOnceLinked(long blockSize, long size, int flags) {
        if (blockSize > NativeLibrary.SMALL_BLOCK) {
            linkLarge();
            return Large.FUNCTIONS.mallocx(size, flags);
        }
        linkFirst();
        if (++served > SOME) {
            linkSmallIfPossible();
        }
        return First.FUNCTIONS.mallocx(size, flags);
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
        if (blockSize <= small) {
            Small.FUNCTIONS.sdallocx(address, size, flags);
        } else if (blockSize <= NativeLibrary.SMALL_BLOCK) {
            First.FUNCTIONS.dallocx(address, 0);
        } else {
            Large.FUNCTIONS.sdallocx(address, size, flags);
        }
    }

    /** It only computes, so it is always fast. */
    static long nallocx(long size, int flags) {
        linkFirst();
        return First.FUNCTIONS.nallocx(size, flags);
    }

    /** Ensures that the functions for resizing a block, and for freeing it afterwards, are linked. */
    private static boolean isSmall(long blockSize) {
        return blockSize <= small || isSmallOnceLinked(blockSize);
    }

    private static boolean isSmallOnceLinked(long blockSize) {
        if (blockSize <= NativeLibrary.SMALL_BLOCK) {
            linkSmall();
            return true;
        }
        linkLarge();
        // It may become a small one.
        linkFirst();
        return false;
    }

    private static void linkFirst() {
        if (!firstLinked) {
            makeFirst();
        }
    }

    private static void linkLarge() {
        if (!largeLinked) {
            makeLarge();
        }
    }

    private static synchronized void makeFirst() {
        if (!firstLinked) {
            FirstUse.prepare();
            handedOverFirst = FirstFunctions.linked(library());
            First.initialise();
            firstLinked = true;
        }
    }

    private static synchronized void linkSmall() {
        if (small < 0) {
            linkFirst();
            FirstUse.prepare();
            handedOver = JemallocFunctions.linked(library(), true).tried();
            Small.initialise();
            small = NativeLibrary.SMALL_BLOCK;
        }
    }

    /** If it is not possible now, the first functions do. */
    private static void linkSmallIfPossible() {
        try {
            linkSmall();
        } catch (VirtualMachineError | NativeUnavailableError scarce) {
            served = 0;
        }
    }

    private static synchronized void makeLarge() {
        if (!largeLinked) {
            FirstUse.prepare();
            handedOver = JemallocFunctions.linked(library(), false).tried();
            Large.initialise();
            largeLinked = true;
        }
    }

    /** The process's library, or one of its own, which the operating system loads only once. */
    static NativeLibrary library() {
        Optional<NativeLibrary> ofProcess = NativeLibrary.ofProcess(Jemalloc.class, "jemalloc-process", Map.of());
        return ofProcess.isPresent()
                ? ofProcess.get()
                : NativeLibrary.load(Jemalloc.class, "jemalloc", JemallocOptions.environment());
    }
}
