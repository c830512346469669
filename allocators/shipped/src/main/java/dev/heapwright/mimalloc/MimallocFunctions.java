package dev.heapwright.mimalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;

/**
 * The functions of mimalloc, linked as critical or ordinary downcalls.
 *
 * <p>It is a record because the JIT treats the fields of a record in a {@code static final} field as constants, and
 * therefore inlines these handles. Only {@link Mimalloc} has such fields, and never selects one of two such records
 * before a call.
 */
record MimallocFunctions(
        MethodHandle malloc,
        MethodHandle mallocAligned,
        MethodHandle zalloc,
        MethodHandle zallocAligned,
        MethodHandle realloc,
        MethodHandle reallocAligned,
        MethodHandle free,
        MethodHandle goodSize,
        MethodHandle expand,
        MethodHandle usableSize) {
    /** The functions that have the C library's names in a library that replaces {@code malloc}. */
    static final Map<String, String> NAMES_IN_PROCESS = Map.of(
            "mi_malloc", "malloc",
            "mi_realloc", "realloc",
            "mi_free", "free",
            "mi_usable_size", "malloc_usable_size");

    /** How a function is linked. */
    @FunctionalInterface
    interface Linking {
        MethodHandle link(String function, MethodType type);
    }

    long malloc(long size) {
        try {
            return (long) malloc.invokeExact(size);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long mallocAligned(long size, long align) {
        try {
            return (long) mallocAligned.invokeExact(size, align);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long zalloc(long size) {
        try {
            return (long) zalloc.invokeExact(size);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long zallocAligned(long size, long align) {
        try {
            return (long) zallocAligned.invokeExact(size, align);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long realloc(long address, long size) {
        try {
            return (long) realloc.invokeExact(address, size);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long reallocAligned(long address, long size, long align) {
        try {
            return (long) reallocAligned.invokeExact(address, size, align);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    void free(long address) {
        try {
            free.invokeExact(address);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long goodSize(long size) {
        try {
            return (long) goodSize.invokeExact(size);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long expand(long address, long size) {
        try {
            return (long) expand.invokeExact(address, size);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    long usableSize(long address) {
        try {
            return (long) usableSize.invokeExact(address);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    /** Links the functions. */
    static MimallocFunctions linked(Linking linking) {
        MethodType ofOne = methodType(long.class, long.class);
        MethodType ofTwo = methodType(long.class, long.class, long.class);
        return new MimallocFunctions(
                linking.link("mi_malloc", ofOne),
                linking.link("mi_malloc_aligned", ofTwo),
                linking.link("mi_zalloc", ofOne),
                linking.link("mi_zalloc_aligned", ofTwo),
                linking.link("mi_realloc", ofTwo),
                linking.link("mi_realloc_aligned", methodType(long.class, long.class, long.class, long.class)),
                linking.link("mi_free", methodType(void.class, long.class)),
                linking.link("mi_good_size", ofOne),
                linking.link("mi_expand", ofTwo),
                linking.link("mi_usable_size", ofOne));
    }
}
