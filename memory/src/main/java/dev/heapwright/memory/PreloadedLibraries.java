package dev.heapwright.memory;

import dev.heapwright.memory.ProcessMalloc.Known;
import dev.heapwright.memory.ProcessMalloc.Origin;
import dev.heapwright.memory.ProcessMalloc.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The libraries that the dynamic linker was told to load before all others.
 *
 * @see <a href="https://man7.org/linux/man-pages/man8/ld.so.8.html">ld.so(8): LD_PRELOAD, /etc/ld.so.preload</a>
 */
final class PreloadedLibraries {
    private static final Path FOR_ALL_PROGRAMS = Path.of("/etc/ld.so.preload");

    /** Nothing loads a file of such a name but the dynamic linker, when it starts a process: the heap's own have others. */
    private static final String OURS = ".*/libheapwright-[a-z]+\\.so";

    private PreloadedLibraries() {}

    /** {@return whether there may be some, or one of ours that the process was linked to} */
    static boolean mayExist() throws IOException {
        return names().findAny().isPresent() || MappedFiles.matching(OURS).isPresent();
    }

    /** {@return whether a library is one of them} */
    static boolean contain(Path library) throws IOException {
        return names().anyMatch(name -> isName(name, library));
    }

    /** {@return whether it is certain that no library of a name is loaded, however it would have been} */
    static boolean lack(String fileName) {
        try {
            return MappedFiles.matching(".*/" + Pattern.quote(fileName)).isEmpty();
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static Stream<String> names() throws IOException {
        String forAll = Files.isReadable(FOR_ALL_PROGRAMS) ? Files.readString(FOR_ALL_PROGRAMS) : "";
        String forThis = System.getenv().getOrDefault("LD_PRELOAD", "");
        return Stream.of((forAll + " " + forThis).split("[\\s:]+", -1)).filter(name -> !name.isEmpty());
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
            Optional<Path> ours = MappedFiles.matching(OURS);
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
