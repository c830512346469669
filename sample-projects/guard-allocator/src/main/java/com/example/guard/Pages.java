package com.example.guard;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/**
 * Pages of the operating system, which are made accessible and inaccessible: Linux and macOS.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/mmap.html">POSIX: mmap</a>
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/mprotect.html">POSIX: mprotect</a>
 */
final class Pages {
    private static final int PROT_NONE = 0;
    private static final int PROT_READ_WRITE = 1 | 2;
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_FIXED = 0x10;

    /** The only constant that the two systems do not share. */
    private static final int MAP_ANONYMOUS = System.getProperty("os.name").equals("Linux") ? 0x20 : 0x1000;

    private static final MethodHandle GETPAGESIZE = function("getpagesize", JAVA_INT);
    private static final MethodHandle MMAP =
            function("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle MPROTECT = function("mprotect", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    private Pages() {}

    /** {@return whether this operating system has them} */
    static boolean exist() {
        return !System.getProperty("os.name").startsWith("Windows");
    }

    /** {@return the size of a page in bytes} */
    static int size() {
        try {
            return (int) GETPAGESIZE.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** {@return the address of new pages, none of which is accessible; 0 if there is no room for them} */
    static long reserve(long bytes) {
        long address = mmap(0, bytes, MAP_PRIVATE | MAP_ANONYMOUS);
        return address == -1 ? 0 : address;
    }

    /** {@return whether pages, which are inaccessible, are accessible from now on, and consist of zeros} */
    static boolean open(long address, long bytes) {
        try {
            return (int) MPROTECT.invokeExact(address, bytes, PROT_READ_WRITE) == 0;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** {@return whether pages are inaccessible from now on; they need no memory any more} */
    static boolean close(long address, long bytes) {
        return mmap(address, bytes, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED) == address;
    }

    private static long mmap(long address, long bytes, int flags) {
        try {
            return (long) MMAP.invokeExact(address, bytes, PROT_NONE, flags, -1, 0L);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find(name)
                .map(symbol -> linker.downcallHandle(symbol, FunctionDescriptor.of(result, parameters)))
                .orElse(null);
    }
}
