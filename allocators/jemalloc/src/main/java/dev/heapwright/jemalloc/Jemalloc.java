package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * The functions of jemalloc's API for sizes and flags. They are linked twice: for small blocks by critical downcalls,
 * for large ones by ordinary ones; {@link NativeLibrary#criticalFunction} tells why.
 *
 * <p>It is a record because the JIT takes the fields of a record in a {@code static final} field for constants, and so
 * inlines what these handles do.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3), Non-standard API</a>
 */
record Jemalloc(
        MethodHandle mallocx, MethodHandle rallocx, MethodHandle xallocx, MethodHandle sdallocx, MethodHandle nallocx) {
    private static final NativeLibrary LIBRARY =
            NativeLibrary.load(Jemalloc.class, "jemalloc", JemallocOptions.environment());

    private static final Jemalloc SMALL = linked(LIBRARY::criticalFunction);

    /** Of its own class, so that a program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final Jemalloc FUNCTIONS = linked(LIBRARY::function);

        private Large() {}
    }

    /** How a function is linked. */
    @FunctionalInterface
    private interface Linking {
        MethodHandle link(String function, MethodType type);
    }

    /**
     * {@return the functions as they are to be called for a block}
     *
     * @param size of the block, in bytes; when it is resized, the greater of both sizes
     */
    static Jemalloc forBlockOf(long size) {
        return size <= NativeLibrary.SMALL_BLOCK ? SMALL : Large.FUNCTIONS;
    }

    long mallocx(long size, int flags) {
        try {
            return (long) mallocx.invokeExact(size, flags);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long rallocx(long address, long size, int flags) {
        try {
            return (long) rallocx.invokeExact(address, size, flags);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long xallocx(long address, long size, long extra, int flags) {
        try {
            return (long) xallocx.invokeExact(address, size, extra, flags);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    void sdallocx(long address, long size, int flags) {
        try {
            sdallocx.invokeExact(address, size, flags);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long nallocx(long size, int flags) {
        try {
            return (long) nallocx.invokeExact(size, flags);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    private static Jemalloc linked(Linking linking) {
        MethodType ofSize = methodType(long.class, long.class, int.class);
        MethodType ofBlock = methodType(long.class, long.class, long.class, int.class);
        return new Jemalloc(
                linking.link("je_mallocx", ofSize),
                linking.link("je_rallocx", ofBlock),
                linking.link("je_xallocx", methodType(long.class, long.class, long.class, long.class, int.class)),
                linking.link("je_sdallocx", methodType(void.class, long.class, long.class, int.class)),
                linking.link("je_nallocx", ofSize));
    }
}
