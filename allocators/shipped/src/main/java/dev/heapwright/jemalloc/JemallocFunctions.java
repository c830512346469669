package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * The functions of jemalloc's API with sizes and flags, linked as critical or ordinary downcalls.
 *
 * <p>It is a record because the JIT treats the fields of a record in a {@code static final} field as constants, and
 * therefore inlines these handles. Only {@link Jemalloc} has such fields, and never selects one of two such records
 * before a call.
 */
record JemallocFunctions(
        MethodHandle mallocx, MethodHandle rallocx, MethodHandle xallocx, MethodHandle sdallocx, MethodHandle nallocx) {
    /** How a function is linked. */
    @FunctionalInterface
    interface Linking {
        MethodHandle link(String function, MethodType type);
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

    /** Links the functions. */
    static JemallocFunctions linked(Linking linking) {
        MethodType ofSize = methodType(long.class, long.class, int.class);
        MethodType ofBlock = methodType(long.class, long.class, long.class, int.class);
        return new JemallocFunctions(
                linking.link("je_mallocx", ofSize),
                linking.link("je_rallocx", ofBlock),
                linking.link("je_xallocx", methodType(long.class, long.class, long.class, long.class, int.class)),
                linking.link("je_sdallocx", methodType(void.class, long.class, long.class, int.class)),
                linking.link("je_nallocx", ofSize));
    }
}
