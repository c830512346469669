package dev.heapwright.mimalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;

/**
 * The functions of mimalloc. They are linked twice: for small blocks by critical downcalls, for large ones by ordinary
 * ones; {@link NativeLibrary#criticalFunction} tells why.
 *
 * <p>It is a record because the JIT takes the fields of a record in a {@code static final} field for constants, and so
 * inlines what these handles do.
 *
 * @see <a href="https://microsoft.github.io/mimalloc/modules.html">mimalloc's API</a>
 */
record Mimalloc(
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
    private static final NativeLibrary LIBRARY = NativeLibrary.load(Mimalloc.class, "mimalloc", Map.of());

    private static final Mimalloc SMALL = linked(LIBRARY::criticalFunction);

    /** Of its own class, so that a program without large blocks does not wait for a second linking. */
    private static final class Large {
        static final Mimalloc FUNCTIONS = linked(LIBRARY::function);

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
    static Mimalloc forBlockOf(long size) {
        return size <= NativeLibrary.SMALL_BLOCK ? SMALL : Large.FUNCTIONS;
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

    private static Mimalloc linked(Linking linking) {
        MethodType ofOne = methodType(long.class, long.class);
        MethodType ofTwo = methodType(long.class, long.class, long.class);
        return new Mimalloc(
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
