package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A library that is loaded for its allocator only.
 *
 * <p>On Linux, a library's calls of its own functions go to the first library of the process that has functions of these names. If
 * another build of the same allocator was preloaded, calls from within this one would end up in that one, and corrupt both. So
 * in such a process it is loaded with {@code RTLD_DEEPBIND}: its own functions come first. The FFM API has no such option, and
 * two more functions to link would slow down the start of all other processes.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/dlopen.3.html">dlopen(3): RTLD_DEEPBIND</a>
 */
final class ForeignLibrary {
    private static final int LAZY_DEEPBIND = 0x1 | 0x8;

    private ForeignLibrary() {}

    /**
     * {@return the functions of a library, which remains loaded until the JVM ends}
     *
     * @throws IllegalArgumentException if the operating system does not load it
     */
    static Symbols load(Path file) throws IOException {
        return Platform.NAME.startsWith("linux/") && PreloadedLibraries.mayExist()
                ? loadApart(file)
                : ForeignLinker.librarySymbols(file);
    }

    private static Symbols loadApart(Path file) {
        MethodHandle dlopen =
                ForeignLinker.systemFunction("dlopen", methodType(long.class, long.class, int.class), false);
        MethodHandle dlsym =
                ForeignLinker.systemFunction("dlsym", methodType(long.class, long.class, long.class), false);
        long library = call(file.toString(), name -> (long) dlopen.invokeExact(name, LAZY_DEEPBIND));
        if (library == 0) {
            throw new IllegalArgumentException("dlopen refused to load " + file);
        }
        return name -> {
            long symbol = call(name, address -> (long) dlsym.invokeExact(library, address));
            return symbol == 0 ? OptionalLong.empty() : OptionalLong.of(symbol);
        };
    }

    /** A call of a function with a C string. */
    @FunctionalInterface
    private interface Call {
        long with(long text) throws Throwable;
    }

    private static long call(String text, Call function) {
        try (Arena arena = Arena.ofConfined()) {
            return function.with(arena.allocateFrom(text).address());
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }
}
