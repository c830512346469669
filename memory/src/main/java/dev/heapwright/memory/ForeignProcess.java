package dev.heapwright.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The functions of this process as its C code finds them: in the order in which the dynamic linker searches the process's
 * libraries. {@code Linker.defaultLookup()} asks the C library alone, and so misses a {@code malloc} that {@code LD_PRELOAD} has
 * put before it. Only on Linux; elsewhere, a preloaded malloc does not replace functions by their names.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/dlsym.3.html">dlsym(3): RTLD_DEFAULT</a>
 */
final class ForeignProcess implements Symbols {
    private static final long RTLD_DEFAULT = 0;
    private static final MethodType DLSYM = methodType(long.class, long.class, long.class);

    /** {@code Dl_info}: four pointers, of which the first is to the path of the file. */
    private static final long INFO_BYTES = 4 * Long.BYTES;

    private static final long LONGEST_PATH = 4096;

    private final Symbols library = ForeignLinker.systemSymbols();
    private @Nullable MethodHandle dlsym;

    @Override
    public OptionalLong find(String name) {
        OptionalLong symbol = library.find("dlsym");
        if (!Platform.NAME.startsWith("linux/") || symbol.isEmpty()) {
            return library.find(name);
        }
        if (dlsym == null) {
            // Not critical: it may wait for a thread that is loading a library.
            dlsym = ForeignLinker.downcall(symbol.getAsLong(), DLSYM, false);
        }
        long found = inProcess(dlsym, name);
        return found == 0 ? library.find(name) : OptionalLong.of(found);
    }

    /**
     * {@return the file of the library, or of the program, that has an address}
     *
     * @see <a href="https://man7.org/linux/man-pages/man3/dladdr.3.html">dladdr(3)</a>
     */
    @SuppressWarnings("restricted") // As in ForeignLinker.
    Path file(long address) {
        MethodHandle dladdr =
                ForeignLinker.systemFunction("dladdr", methodType(int.class, long.class, long.class), false);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(INFO_BYTES, Long.BYTES);
            if ((int) dladdr.invokeExact(address, info.address()) == 0) {
                throw new IllegalStateException("no library has the address " + Long.toHexString(address));
            }
            return Path.of(info.get(ADDRESS, 0).reinterpret(LONGEST_PATH).getString(0))
                    .toAbsolutePath()
                    .normalize();
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    private static long inProcess(MethodHandle dlsym, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return (long)
                    dlsym.invokeExact(RTLD_DEFAULT, arena.allocateFrom(name).address());
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }
}
