package dev.heapwright.memory;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A native library that is distributed in jars: one file for each platform, of which the one for this platform is
 * extracted, verified and loaded. For allocators written in C; requires Java 22 or newer, and a 64-bit JVM.
 *
 * <p>The files are listed in {@code META-INF/heapwright-natives/<name>.sha256}, which is generated when the allocator
 * is built and is part of its own artifact. Each line has the format of {@code sha256sum}: the SHA-256, two spaces, and
 * the path of the file on the class path, which begins with the platform, such as {@code
 * linux/x64/org/acme/libpool.so}, or with {@code META-INF/heapwright-natives/} and the platform, as in {@code
 * META-INF/heapwright-natives/linux/x64/libpool.so}: there it is also found in a named module. A file that differs from
 * the one with which the allocator was built is not loaded.
 *
 * <p>It is loaded in these steps:
 *
 * <ol>
 * <li>The list is read, and the file for this platform is selected.
 * <li>It must be on the class path, even if it has been extracted before.
 * <li>If it has been extracted before, and has the SHA-256 of the list, it is used as is. Once verified, it is not verified
 *     again unless it has changed: a later JVM compares its size, time and check sum with those that were noted beside it.
 * <li>Otherwise it is extracted to a temporary file, verified, and moved into place atomically, so that none of several
 *     JVMs starting at the same time sees an incomplete file.
 * <li>It is loaded, and remains loaded until the JVM ends.
 * </ol>
 *
 * <p>Extracted files are kept in a directory that only the user may write to: {@code heapwright-<user id>} in the
 * directory for temporary files, or the one that the system property {@value #DIRECTORY_PROPERTY} names. If its file
 * system is mounted without execute permission, no library can be loaded from it, and another directory must be
 * specified. It may be read-only if it already contains the file: {@link ExtractNatives} puts it there.
 *
 * <p>If any step fails, {@link NativeUnavailableError} is thrown, each time, and says why and what to do. There is no
 * other implementation to fall back to.
 */
public final class NativeLibrary {
    /** The system property that specifies the directory for extracted files, which need not exist. */
    public static final String DIRECTORY_PROPERTY = "heapwright.natives.directory";

    /**
     * The largest size of a small block in bytes, for which functions may be called critically: 32 KiB.
     *
     * @see #criticalFunction
     */
    public static final long SMALL_BLOCK = 32 << 10;

    private final String name;
    private final Symbols symbols;

    private NativeLibrary(String name, Symbols symbols) {
        this.name = name;
        this.symbols = symbols;
    }

    /**
     * Loads a library. If something is wrong with it, or with this machine, its functions throw the error each time
     * they are called. A failure that may be temporary is thrown immediately; {@link FirstUse} shows how to retry.
     *
     * @param owner a class of the artifact that contains the list, whose class loader finds the files
     * @param name of the list
     * @param environment variables that the library reads while it is loaded. They are set in the environment of the
     *     process, except for those that are already set there, and removed afterwards; programs started in the
     *     meantime may see them
     * @return the library
     * @throws NativeUnavailableError if the library could not be written to, or loaded from, the directory for
     *     extracted files, or no file handle was available
     * @throws VirtualMachineError if the stack or the Java heap is exhausted
     */
    public static NativeLibrary load(Class<?> owner, String name, Map<String, String> environment) {
        try {
            Path file = extracted(owner, name, null).toAbsolutePath();
            return new NativeLibrary(name, ForeignEnvironment.with(environment, new Loading(name, file)));
        } catch (Throwable refusal) {
            Handles.throwPassing(refusal);
            return new NativeLibrary(name, new NotLoaded(refusal));
        }
    }

    /**
     * Returns the library that was linked to this process, or preloaded, to replace {@code malloc}: a second copy would be a
     * second heap. Only on Linux.
     *
     * @param owner a class of the artifact that contains the list, whose class loader finds the files
     * @param name of the list of the libraries that replace {@code malloc}
     * @param names those functions whose names in that library are not the usual ones, with their names there
     * @return the library; empty if it is not in this process, or is not the one that the allocator was built with
     * @throws NativeUnavailableError if no file handle was available
     * @throws VirtualMachineError if the stack or the Java heap is exhausted
     */
    public static Optional<NativeLibrary> ofProcess(Class<?> owner, String name, Map<String, String> names) {
        try {
            Optional<Path> file = ProcessLibrary.find(owner, name);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            // The dynamic linker recognizes the file, and does not load it again.
            Symbols symbols = ForeignLinker.librarySymbols(file.get());
            return Optional.of(new NativeLibrary(name, new Renamed(symbols, names)));
        } catch (Throwable refusal) {
            // The allocator's own copy is as good, and if that cannot be loaded either, the error says why.
            Handles.throwPassing(refusal);
            return Optional.empty();
        }
    }

    /**
     * Links a function as an ordinary downcall: while it runs, the garbage collector and everything else that needs a
     * safepoint can proceed.
     *
     * @param function its name
     * @param type its type, consisting of {@code long}, for pointers and {@code size_t}, and {@code int}; it may return
     *     {@code void}
     * @return a handle of exactly that type, for a {@code static final} field or a record in one; it throws {@link
     *     NativeUnavailableError} if the library cannot be loaded, or lacks the function
     */
    public MethodHandle function(String function, MethodType type) {
        return link(function, type, false);
    }

    /**
     * Links a function as a critical downcall, which costs about 3 ns instead of about 15: the thread does not leave
     * the Java state, and so no safepoint is reached before the function returns.
     *
     * <p>Therefore the function must always return quickly. An allocator's functions do so in two of three cases: when
     * a block is taken from, or returned to, the thread's cache, and when a cache is filled or emptied, under a lock
     * that is held just as briefly. No thread ever waits for a safepoint while it holds such a lock, so this cannot
     * cause a deadlock. In the third case, memory is requested from the operating system, or returned to it, and the
     * time for that grows with its size: for a block of 1 GiB, some 100 ms. Therefore the size of the block decides, at
     * {@link #SMALL_BLOCK}: up to 32 KiB blocks come from thread caches (jemalloc's {@code tcache_max}) or from pages
     * shared with other blocks (mimalloc), zeroing or copying them takes less than a microsecond once the memory is
     * there, and above that size, the 15 ns matter little compared with the work that is done with such a block.
     *
     * <p><b>Branch first, then call a constant.</b> Each of the two handles is in a {@code static final} field, or in a
     * record in one, and is called in a branch of its own:
     *
     * <pre>{@code
     * return size <= SMALL_BLOCK ? SMALL.malloc(size) : LARGE.malloc(size);
     * }</pre>
     *
     * Never select a handle, or a record of handles, and then call the selected one: {@code (size <= SMALL_BLOCK ?
     * SMALL : LARGE).malloc(size)}, or a method that returns one of the two. The calls are then merged into one whose
     * target is not a constant, which is slower, and on which the C2 compiler of JDK 25.0.3 can crash, and the process
     * with it.
     *
     * @param function its name
     * @param type as for {@link #function}
     * @return as for {@link #function}
     * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/foreign/Linker.Option.html">
     *     Linker.Option.critical</a>
     */
    public MethodHandle criticalFunction(String function, MethodType type) {
        return link(function, type, true);
    }

    /**
     * Converts what {@code invokeExact} threw to something that can be thrown without being declared: functions throw
     * no checked exceptions.
     *
     * @param thrown what was thrown
     * @return the exception to throw
     * @throws Error if that is what was thrown
     */
    public static RuntimeException rethrown(Throwable thrown) {
        return Handles.rethrown(thrown);
    }

    private MethodHandle link(String function, MethodType type, boolean critical) {
        try {
            OptionalLong symbol = symbols.find(function);
            if (symbol.isEmpty()) {
                throw NativeUnavailableError.missing(name, function);
            }
            return ForeignLinker.downcall(symbol.getAsLong(), type, critical);
        } catch (Throwable thrown) {
            Handles.throwPassing(thrown);
            return Handles.refusing(type, thrown);
        }
    }

    /**
     * Extracts a library without loading it, readable by others.
     *
     * @param directory to extract to; it is created if it does not exist
     * @param owner as for {@link #load}
     * @param name as for {@link #load}
     * @return the file
     */
    static Path extractTo(Path directory, Class<?> owner, String name) {
        try {
            return extracted(owner, name, directory);
        } catch (Throwable refusal) {
            Handles.throwPassing(refusal);
            throw NativeUnavailableError.of(refusal);
        }
    }

    /** Extracts to a directory, or to the usual one. */
    private static Path extracted(Class<?> owner, String name, @Nullable Path directory) throws Throwable {
        try {
            NativeFile file = Host.current().choose(NativeFiles.of(owner, name));
            // Even if the file has been extracted before: another program may have done so.
            if (!isPresent(owner, file)) {
                throw missing(file);
            }
            Path opened = directory == null
                    ? ExtractionDirectory.open(System.getProperties())
                    : ExtractionDirectory.configured(directory, "rwxr-xr-x");
            return new Extraction(opened).extract(file, new Content(owner, file));
        } catch (IOException | InvalidPathException e) {
            Reserves.useFileHandles();
            throw NativeUnavailableError.notExtracted(name, e);
        }
    }

    /** The symbols of a library that could not be loaded. */
    private record NotLoaded(Throwable reason) implements Symbols {
        @Override
        public OptionalLong find(String name) {
            throw Handles.rethrown(reason);
        }
    }

    /** The symbols of a library in which some have other names. */
    private record Renamed(Symbols symbols, Map<String, String> names) implements Symbols {
        @Override
        public OptionalLong find(String name) {
            return symbols.find(names.getOrDefault(name, name));
        }
    }

    /** Not a lambda, which would be slower in a JVM that has just started; nor is {@link Content}. */
    private record Loading(String name, Path file) implements NativeAction<Symbols> {
        @Override
        public Symbols run() throws IOException {
            try {
                return ForeignLibrary.load(file);
            } catch (IllegalArgumentException e) {
                Reserves.useFileHandles();
                throw NativeUnavailableError.notLoaded(name, file, e);
            }
        }
    }

    private record Content(Class<?> owner, NativeFile file) implements Extraction.Source {
        @Override
        public InputStream open() {
            return NativeLibrary.open(owner, file);
        }
    }

    private static boolean isPresent(Class<?> owner, NativeFile file) {
        ClassLoader loader = owner.getClassLoader();
        return (loader == null ? ClassLoader.getSystemResource(file.path()) : loader.getResource(file.path())) != null;
    }

    static InputStream open(Class<?> owner, NativeFile file) {
        ClassLoader loader = owner.getClassLoader();
        InputStream content = loader == null
                ? ClassLoader.getSystemResourceAsStream(file.path())
                : loader.getResourceAsStream(file.path());
        if (content == null) {
            throw missing(file);
        }
        return content;
    }

    /** A class loader reports a file that cannot be opened as missing. */
    private static NativeUnavailableError missing(NativeFile file) {
        Reserves.useFileHandles();
        return NativeUnavailableError.missingFile(file.path());
    }
}
