package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * What it takes to allocate and free a small block, as critical downcalls. All functions are of one type, as most of a cold
 * start is spent on the first function of a type: {@code je_dallocx}, which is not told the size and has to look it up,
 * serves until {@code je_sdallocx} is linked, and is linked as if it returned something. So the JVM has linked the call that frees a
 * block, too, when one was allocated, and that it is freed needs no Java heap.
 *
 * <p>It is a record for the reason that {@link JemallocFunctions} is one.
 */
record FirstFunctions(MethodHandle mallocx, MethodHandle dallocx, MethodHandle nallocx) {
    private static final MethodType TYPE = methodType(long.class, long.class, int.class);

    long mallocx(long size, int flags) {
        try {
            return (long) mallocx.invokeExact(size, flags);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    void dallocx(long address, int flags) {
        try {
            long ignored = (long) dallocx.invokeExact(address, flags);
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

    /** Links the functions. */
    static FirstFunctions linked(NativeLibrary library) {
        return new FirstFunctions(
                library.criticalFunction("je_mallocx", TYPE),
                library.criticalFunction("je_dallocx", TYPE),
                library.criticalFunction("je_nallocx", TYPE));
    }
}
