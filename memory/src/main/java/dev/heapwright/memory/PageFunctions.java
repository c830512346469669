package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** The functions of the operating system behind {@link Pages}. They take their time, so they are ordinary downcalls. */
record PageFunctions(MethodHandle getpagesize, MethodHandle mmap, MethodHandle mprotect) {
    private static final MethodType MMAP =
            methodType(long.class, long.class, long.class, int.class, int.class, int.class, long.class);
    private static final MethodType MPROTECT = methodType(int.class, long.class, long.class, int.class);

    /** Links the functions. */
    static PageFunctions linked() {
        return new PageFunctions(
                link("getpagesize", methodType(int.class)), link("mmap", MMAP), link("mprotect", MPROTECT));
    }

    private static MethodHandle link(String name, MethodType type) {
        return Handles.orRefusing(type, () -> ForeignLinker.systemFunction(name, type, false));
    }

    int pageSize() {
        try {
            return (int) getpagesize.invokeExact();
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    long map(long address, long bytes, int protection, int flags) {
        try {
            return (long) mmap.invokeExact(address, bytes, protection, flags, -1, 0L);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    int protect(long address, long bytes, int protection) {
        try {
            return (int) mprotect.invokeExact(address, bytes, protection);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }
}
