package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** {@link CHeap} by the FFM API: ordinary downcalls to the C library. */
final class ForeignHeap {
    private static final MethodType OF_ONE = methodType(long.class, long.class);
    private static final MethodType OF_TWO = methodType(long.class, long.class, long.class);
    private static final MethodType RELEASE = methodType(void.class, long.class);

    private static final MethodHandle MALLOC = Foreign.function("malloc", OF_ONE);
    private static final MethodHandle CALLOC = Foreign.function("calloc", OF_TWO);
    private static final MethodHandle REALLOC = Foreign.function("realloc", OF_TWO);
    private static final MethodHandle FREE = Foreign.function("free", RELEASE);
    private static final MethodHandle ALIGNED_ALLOC =
            Platform.WINDOWS ? Foreign.function("_aligned_malloc", OF_TWO) : Foreign.function("aligned_alloc", OF_TWO);
    private static final MethodHandle ALIGNED_FREE =
            Platform.WINDOWS ? Foreign.function("_aligned_free", RELEASE) : FREE;

    private ForeignHeap() {}

    static long malloc(long size) {
        try {
            return (long) MALLOC.invokeExact(size);
        } catch (Throwable thrown) {
            throw Foreign.rethrown(thrown);
        }
    }

    static long calloc(long size) {
        try {
            return (long) CALLOC.invokeExact(1L, size);
        } catch (Throwable thrown) {
            throw Foreign.rethrown(thrown);
        }
    }

    static long realloc(long address, long size) {
        try {
            return (long) REALLOC.invokeExact(address, size);
        } catch (Throwable thrown) {
            throw Foreign.rethrown(thrown);
        }
    }

    static void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable thrown) {
            throw Foreign.rethrown(thrown);
        }
    }

    /** {@code align} is over {@link CHeap#ALIGNMENT}, {@code size + align} not over {@link Long#MAX_VALUE}. */
    static long alignedAlloc(long align, long size) {
        try {
            // The C library of Windows has the two in the other order, and asks for no multiple. That of C11 does.
            return Platform.WINDOWS
                    ? (long) ALIGNED_ALLOC.invokeExact(size, align)
                    : (long) ALIGNED_ALLOC.invokeExact(align, (size + align - 1) & -align);
        } catch (Throwable thrown) {
            throw Foreign.rethrown(thrown);
        }
    }

    static void alignedFree(long address) {
        try {
            ALIGNED_FREE.invokeExact(address);
        } catch (Throwable thrown) {
            throw Foreign.rethrown(thrown);
        }
    }
}
