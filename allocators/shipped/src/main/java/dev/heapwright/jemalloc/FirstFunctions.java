package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.memory.NativeUnavailableError;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * What it takes to allocate and free a small block, as critical downcalls. All functions are of one type, as most of a cold
 * start is spent on the first function of a type: {@code je_dallocx}, which is not told the size and has to look it up,
 * serves until {@code je_sdallocx} is linked, and is linked as if it returned something.
 *
 * <p>It is a record for the reason that {@link JemallocFunctions} is one.
 */
record FirstFunctions(MethodHandle mallocx, MethodHandle dallocx, MethodHandle nallocx) {
    private static final MethodType TYPE = methodType(long.class, long.class, int.class);
    private static final long TRIED = 16;

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

    /**
     * Has the JVM link the calls, too: a block that is freed later then needs no Java heap.
     *
     * @return these functions
     */
    FirstFunctions tried() {
        try {
            long block = mallocx(TRIED, 0);
            if (block != 0) {
                dallocx(block, 0);
            }
        } catch (NativeUnavailableError refusal) {
            // Each call will say so.
        }
        return this;
    }
}
