package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * The functions of the C library's heap, linked as critical or ordinary downcalls.
 *
 * <p>It is a record because the JIT treats the fields of a record in a {@code static final} field as constants, and
 * therefore inlines these handles. Only {@link ForeignHeap} has such fields, and never selects one of two such records
 * before a call.
 */
record HeapFunctions(
        MethodHandle malloc,
        MethodHandle calloc,
        MethodHandle realloc,
        MethodHandle free,
        MethodHandle alignedAlloc,
        MethodHandle alignedFree) {
    private static final MethodType OF_ONE = methodType(long.class, long.class);
    private static final MethodType OF_TWO = methodType(long.class, long.class, long.class);
    private static final MethodType RELEASE = methodType(void.class, long.class);

    long malloc(long size) {
        try {
            return (long) malloc.invokeExact(size);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    long calloc(long size) {
        try {
            return (long) calloc.invokeExact(1L, size);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    long realloc(long address, long size) {
        try {
            return (long) realloc.invokeExact(address, size);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    void free(long address) {
        try {
            free.invokeExact(address);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    /** {@code align} is greater than {@link CHeap#ALIGNMENT}, {@code size + align} at most {@link Long#MAX_VALUE}. */
    long alignedAlloc(long align, long size) {
        try {
            // On Windows, the two parameters are in reverse order, and the size need not be a multiple. C11 requires
            // that.
            return Platform.WINDOWS
                    ? (long) alignedAlloc.invokeExact(size, align)
                    : (long) alignedAlloc.invokeExact(align, (size + align - 1) & -align);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    void alignedFree(long address) {
        try {
            alignedFree.invokeExact(address);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    /** Links the functions, by critical downcalls or by ordinary ones. */
    static HeapFunctions linked(boolean critical) {
        // All from one place: what one malloc has allocated, only its own free can free.
        Symbols process = new ForeignProcess();
        return new HeapFunctions(
                function(process, "malloc", OF_ONE, critical),
                function(process, "calloc", OF_TWO, critical),
                function(process, "realloc", OF_TWO, critical),
                function(process, "free", RELEASE, critical),
                function(process, Platform.WINDOWS ? "_aligned_malloc" : "aligned_alloc", OF_TWO, critical),
                function(process, Platform.WINDOWS ? "_aligned_free" : "free", RELEASE, critical));
    }

    private static MethodHandle function(Symbols process, String name, MethodType type, boolean critical) {
        return Handles.orRefusing(type, () -> ForeignLinker.function(process, name, type, critical));
    }
}
