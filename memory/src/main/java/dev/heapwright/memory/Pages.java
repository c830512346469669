package dev.heapwright.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the operating system that are made accessible and inaccessible, for allocators that have a program stop where
 * it makes a mistake: whoever reads or writes an inaccessible page ends the process, with a crash log of the JVM.
 *
 * <p>On Linux and macOS, and on Java 22 or newer; elsewhere, {@link #areAvailable()} is false, and nothing else may be
 * called. All addresses and sizes are multiples of {@link #size()}. All functions throw {@link NativeUnavailableError} if
 * this JVM denies native access to this module.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/mmap.html">POSIX: mmap</a>
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/mprotect.html">POSIX: mprotect</a>
 */
public final class Pages {
    private static final int NONE = 0;
    private static final int READ_AND_WRITE = 1 | 2;
    private static final int PRIVATE = 2;
    private static final int FIXED = 0x10;
    private static final boolean MACOS = Platform.NAME.startsWith("macos/");

    /** {@code MAP_ANONYMOUS}, the only one of these constants that differs. */
    private static final int ANONYMOUS = MACOS ? 0x1000 : 0x20;

    private static boolean isLinked;
    private static @Nullable PageFunctions handedOver;

    /** Initialised when its value has been prepared; {@link FirstUse} explains why. */
    private static final class Holder {
        static final PageFunctions FUNCTIONS = Objects.requireNonNull(handedOver);

        private Holder() {}

        static void initialise() {}
    }

    private Pages() {}

    /** {@return whether there are any here} */
    public static boolean areAvailable() {
        return Platform.FOREIGN && Platform.IS_64_BIT && (MACOS || Platform.NAME.startsWith("linux/"));
    }

    /** {@return the size of a page in bytes, a power of two} */
    public static int size() {
        return functions().pageSize();
    }

    /**
     * Reserves addresses. None of the pages is accessible, and none takes memory.
     *
     * @param bytes how many
     * @return the address of the first page; 0 if there is no room for them
     */
    public static long reserve(long bytes) {
        long address = functions().map(0, bytes, NONE, PRIVATE | ANONYMOUS);
        return address == -1 ? 0 : address;
    }

    /**
     * Makes reserved pages accessible that are not. They consist of zeros.
     *
     * @param address of the first one
     * @param bytes of all of them
     * @return whether they are accessible now
     */
    public static boolean open(long address, long bytes) {
        return functions().protect(address, bytes, READ_AND_WRITE) == 0;
    }

    /**
     * Makes reserved pages inaccessible again. Their content is lost, and takes no memory.
     *
     * @param address of the first one
     * @param bytes of all of them
     * @return whether they are inaccessible now
     */
    public static boolean close(long address, long bytes) {
        return functions().map(address, bytes, NONE, PRIVATE | ANONYMOUS | FIXED) == address;
    }

    private static PageFunctions functions() {
        if (!isLinked) {
            link();
        }
        return Holder.FUNCTIONS;
    }

    private static synchronized void link() {
        if (!isLinked) {
            FirstUse.prepare();
            handedOver = PageFunctions.linked();
            Holder.initialise();
            isLinked = true;
        }
    }
}
