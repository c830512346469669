package dev.heapwright.memory;

import dev.heapwright.memory.ProcessMalloc.Known;
import dev.heapwright.memory.ProcessMalloc.Origin;
import dev.heapwright.memory.ProcessMalloc.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The libraries that the dynamic linker was told to load before all others.
 *
 * @see <a href="https://man7.org/linux/man-pages/man8/ld.so.8.html">ld.so(8): LD_PRELOAD, /etc/ld.so.preload</a>
 */
final class PreloadedLibraries {
    private static final Path FOR_ALL_PROGRAMS = Path.of("/etc/ld.so.preload");

    /** Nothing loads a file of such a name but the dynamic linker, when it starts a process: the heap's own have others. */
    private static final String OURS = "libheapwright-";

    private static final String SUFFIX = ".so";

    private PreloadedLibraries() {}

    /** {@return whether there may be some, or one of ours that the process was linked to} */
    static boolean mayExist() throws IOException {
        return names().hasMoreTokens() || MappedFiles.named(OURS, SUFFIX).isPresent();
    }

    /** {@return whether a library is one of them} */
    static boolean contain(Path library) throws IOException {
        StringTokenizer names = names();
        while (names.hasMoreTokens()) {
            if (isName(names.nextToken(), library)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether it is certain that no library of a name is loaded, however it would have been} */
    static boolean lack(String fileName) {
        try {
            return MappedFiles.named(fileName).isEmpty();
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** They are separated by white space and colons. */
    private static StringTokenizer names() throws IOException {
        String forAll = Files.isReadable(FOR_ALL_PROGRAMS) ? Files.readString(FOR_ALL_PROGRAMS) : "";
        String forThis = System.getenv().getOrDefault("LD_PRELOAD", "");
        return new StringTokenizer(forAll + " " + forThis, " \t\n\u000B\f\r:");
    }

    /** The dynamic linker searches for a name without a slash, and replaces what is after a dollar sign. */
    private static boolean isName(String name, Path library) {
        if (!name.contains("/") || name.contains("$")) {
            return library.endsWith(name.substring(name.lastIndexOf('/') + 1));
        }
        try {
            return Files.isSameFile(Path.of(name), library);
        } catch (IOException | InvalidPathException e) {
            // It was not loaded.
            return false;
        }
    }

    /**
     * {@return what answers to malloc, as far as this can be seen without calling a native function}
     *
     * @param otherwise why it is unknown, if it is none of our libraries
     */
    static ProcessMalloc seenWithoutForeign(String otherwise) {
        try {
            Optional<Path> ours = MappedFiles.named(OURS, SUFFIX);
            if (ours.isPresent()) {
                Origin origin = contain(ours.get()) ? Origin.PRELOADED : Origin.LINKED;
                return new Known(origin, ours.get(), Optional.empty());
            }
            return new Unknown(otherwise);
        } catch (IOException | InvalidPathException e) {
            return new Unknown(e.toString());
        }
    }
}
