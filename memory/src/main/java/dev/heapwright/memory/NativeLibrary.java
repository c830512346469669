package dev.heapwright.memory;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A native library that travels in jars: one file for each platform, of which the one for this platform is extracted,
 * verified and loaded. For allocators that are written in C; requires Java 22 or newer, and a 64-bit JVM.
 *
 * <p>Which files there are is said by a list, {@code META-INF/heapwright-natives/<name>.sha256}, that is made when the
 * allocator is built and lies in its own artifact. Each line is one that {@code sha256sum} writes: the SHA-256, two
 * spaces, and the path of the file on the class path, which begins with the platform, such as {@code
 * linux/x64/org/acme/libpool.so}, or with {@code META-INF/heapwright-natives/} and the platform, as in {@code
 * META-INF/heapwright-natives/linux/x64/libpool.so}: there it is found in a named module, too. A file that is another
 * one than was there when the allocator was built is not loaded.
 *
 * <p>It is loaded in these steps:
 *
 * <ol>
 * <li>The list is read, and the file for this platform chosen.
 * <li>It must be on the class path, also where it has been extracted before.
 * <li>If it has been extracted before, and has the SHA-256 of the list, it is taken as it is. Once verified, it is not
 *     read again by this JVM unless it has changed.
 * <li>Otherwise it is extracted: beside its place, verified, and moved into place at once, so that of many JVMs that
 *     start together none sees half a file.
 * <li>It is loaded, and stays so until the JVM ends.
 * </ol>
 *
 * <p>Extracted files are kept in a directory that nobody but the user may write to: {@code heapwright-<user id>} in the
 * directory for temporary files, or the one that the system property {@value #DIRECTORY_PROPERTY} names. Where that is
 * mounted without the permission to execute, no library can be loaded from it, and another has to be named. It may be
 * read-only if the file is in it: {@link ExtractNatives} puts it there.
 *
 * <p>Where any of it fails, {@link NativeUnavailableError} is thrown, each time, and says why and what to do. There is no
 * other implementation to fall back to.
 */
public final class NativeLibrary {
    /** The system property that names the directory for extracted files, which need not exist. */
    public static final String DIRECTORY_PROPERTY = "heapwright.natives.directory";

    /**
     * Up to how many bytes a block is small: its functions may be called critically. It is 32 KiB.
     *
     * @see #criticalFunction
     */
    public static final long SMALL_BLOCK = 32 << 10;

    private final String name;
    private final Loading library;

    private NativeLibrary(String name, Loading library) {
        this.name = name;
        this.library = library;
    }

    /** The symbols of the loaded library, or why there are none. */
    @FunctionalInterface
    private interface Loading {
        Symbols symbols() throws Throwable;
    }

    /**
     * Loads a library. What is wrong with it, or with this machine, is thrown by its functions, each time they are called.
     * What may have passed when the next call tries again is thrown at once; {@link FirstUse} shows how to have it tried
     * again.
     *
     * @param owner a class of the artifact that has the list, whose class loader finds the files
     * @param name of the list
     * @param environment variables that the library reads while it is loaded. They are set in the environment of the
     *     process, those excepted that are set there already, and taken away again afterwards; programs started
     *     meanwhile may see them
     * @return the library
     * @throws NativeUnavailableError if the library could not be written to, or loaded from, the directory for extracted
     *     files, or there was no file handle
     * @throws VirtualMachineError if the stack or the Java heap is used up
     */
    public static NativeLibrary load(Class<?> owner, String name, Map<String, String> environment) {
        try {
            Path file = extracted(owner, name, () -> ExtractionDirectory.open(System.getProperties()));
            Symbols symbols = ForeignEnvironment.with(environment, () -> symbols(name, file.toAbsolutePath()));
            return new NativeLibrary(name, () -> symbols);
        } catch (Throwable refusal) {
            Handles.throwPassing(refusal);
            return new NativeLibrary(name, () -> {
                throw refusal;
            });
        }
    }

    /**
     * Links a function by an ordinary downcall: while it runs, the garbage collector and everything else that needs a
     * safepoint goes on.
     *
     * @param function its name
     * @param type its type, of {@code long}, for pointers and {@code size_t}, and {@code int}; it may return {@code
     *     void}
     * @return a handle of exactly that type, for a {@code static final} field or a record in one; it throws {@link
     *     NativeUnavailableError} where the library cannot be loaded, or lacks the function
     */
    public MethodHandle function(String function, MethodType type) {
        return link(function, type, false);
    }

    /**
     * Links a function by a critical downcall, which costs about 3 ns instead of about 15: the thread does not leave
     * the Java state, and so no safepoint is reached before the function returns.
     *
     * <p>So it must return soon, always. An allocator's functions do, in two of three cases: when a block comes from,
     * or goes to, the thread's cache, and when a cache is filled or emptied, under a lock that is held as shortly. No
     * thread ever waits for a safepoint while it holds such a lock, so this cannot end in a deadlock. In the third case
     * the operating system is asked for memory, or given it back, and that takes the longer the more there is of it:
     * for a block of 1 GiB, some 100 ms. Therefore the choice is made by the size of the block, at {@link
     * #SMALL_BLOCK}: up to 32 KiB blocks come from thread caches (jemalloc's {@code tcache_max}) or from pages shared
     * with other blocks (mimalloc), zeroing or copying them takes less than a microsecond once the memory is there, and
     * above that size, the 15 ns matter little beside the work that is done with such a block.
     *
     * <p><b>Branch first, then call a constant.</b> Each of the two handles is in a {@code static final} field, or in a
     * record in one, and is called in a branch of its own:
     *
     * <pre>{@code
     * return size <= SMALL_BLOCK ? SMALL.malloc(size) : LARGE.malloc(size);
     * }</pre>
     *
     * Never choose a handle, or a record of handles, and call what was chosen: {@code (size <= SMALL_BLOCK ? SMALL :
     * LARGE).malloc(size)}, or a method that returns one of the two. The calls are then merged into one whose target is
     * no constant, which is slower, and on which the C2 compiler of JDK 25.0.3 can crash, and the process with it.
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
     * Turns what {@code invokeExact} threw into what may be thrown without being declared: functions throw nothing that
     * is checked.
     *
     * @param thrown what was thrown
     * @return what to throw
     * @throws Error if that is what was thrown
     */
    public static RuntimeException rethrown(Throwable thrown) {
        return Handles.rethrown(thrown);
    }

    private MethodHandle link(String function, MethodType type, boolean critical) {
        return Handles.orRefusing(type, () -> {
            long symbol =
                    library.symbols().find(function).orElseThrow(() -> NativeUnavailableError.missing(name, function));
            return ForeignLinker.downcall(symbol, type, critical);
        });
    }

    /**
     * Extracts a library without loading it, for others to read.
     *
     * @param directory where to; it is made if it is not there
     * @param owner as for {@link #load}
     * @param name as for {@link #load}
     * @return the file
     */
    static Path extractTo(Path directory, Class<?> owner, String name) {
        try {
            return extracted(owner, name, () -> ExtractionDirectory.configured(directory, "rwxr-xr-x"));
        } catch (Throwable refusal) {
            Handles.throwPassing(refusal);
            throw NativeUnavailableError.of(refusal);
        }
    }

    /** Where to extract to. */
    @FunctionalInterface
    private interface Directory {
        Path open() throws IOException;
    }

    private static Path extracted(Class<?> owner, String name, Directory directory) throws Throwable {
        try {
            NativeFile file = Host.current().choose(NativeFiles.of(owner, name));
            // Also where the file has been extracted before: it may have been by another program.
            if (!isPresent(owner, file)) {
                throw missing(file);
            }
            return new Extraction(directory.open()).extract(file, () -> open(owner, file));
        } catch (IOException | InvalidPathException e) {
            Reserves.useFileHandles();
            throw NativeUnavailableError.notExtracted(name, e);
        }
    }

    private static Symbols symbols(String name, Path file) throws Throwable {
        try {
            return ForeignLinker.librarySymbols(file);
        } catch (IllegalArgumentException e) {
            Reserves.useFileHandles();
            throw NativeUnavailableError.notLoaded(name, file, e);
        }
    }

    private static boolean isPresent(Class<?> owner, NativeFile file) {
        ClassLoader loader = owner.getClassLoader();
        return (loader == null ? ClassLoader.getSystemResource(file.path()) : loader.getResource(file.path())) != null;
    }

    private static InputStream open(Class<?> owner, NativeFile file) {
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
