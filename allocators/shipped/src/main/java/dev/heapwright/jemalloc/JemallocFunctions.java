package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.memory.NativeUnavailableError;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * The functions of jemalloc's API with sizes and flags, linked as critical or ordinary downcalls.
 *
 * <p>It is a record because the JIT treats the fields of a record in a {@code static final} field as constants, and
 * therefore inlines these handles. Only {@link Jemalloc} has such fields, and never selects one of two such records
 * before a call.
 *
 * <p>Each further type of native function takes several milliseconds to link, so {@code je_sdallocx} is linked as if it
 * returned something, like {@code je_rallocx}: what is in the register of results is ignored.
 */
record JemallocFunctions(MethodHandle mallocx, MethodHandle rallocx, MethodHandle xallocx, MethodHandle sdallocx) {
    private static final long TRIED = 16;

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
            long ignored = (long) sdallocx.invokeExact(address, size, flags);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    /**
     * Links the functions.
     *
     * @param isCritical whether as critical downcalls
     */
    static JemallocFunctions linked(NativeLibrary library, boolean isCritical) {
        MethodType ofBlock = methodType(long.class, long.class, long.class, int.class);
        MethodType ofSize = methodType(long.class, long.class, int.class);
        MethodType ofTwoSizes = methodType(long.class, long.class, long.class, long.class, int.class);
        return new JemallocFunctions(
                link(library, "je_mallocx", ofSize, isCritical),
                link(library, "je_rallocx", ofBlock, isCritical),
                link(library, "je_xallocx", ofTwoSizes, isCritical),
                link(library, "je_sdallocx", ofBlock, isCritical));
    }

    private static MethodHandle link(NativeLibrary library, String function, MethodType type, boolean isCritical) {
        return isCritical ? library.criticalFunction(function, type) : library.function(function, type);
    }

    /**
     * Has the JVM link the calls, too: a block that is freed later then needs no Java heap.
     *
     * @return these functions
     */
    JemallocFunctions tried() {
        try {
            long block = mallocx(TRIED, 0);
            if (block != 0) {
                sdallocx(block, TRIED, 0);
            }
        } catch (NativeUnavailableError refusal) {
            // Each call will say so.
        }
        return this;
    }
}
