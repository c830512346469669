package dev.heapwright.heap;

import dev.heapwright.memory.ProcessMalloc;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The allocator that the build has promised to the whole process. If it has linked the image that this JVM is part of, the
 * allocator's library is in the image: that file is the promise. No other file could say the same and be wrong, and where there
 * is none, nothing but its absence is looked at.
 */
final class PromisedProcess {
    private static final List<String> LIBRARIES = List.of("libheapwright-jemalloc.so", "libheapwright-mimalloc.so");

    private PromisedProcess() {}

    /** {@return why this process is not the one that was promised, if one was promised} */
    static Optional<BindingError> broken() {
        List<Path> promised = promised(new File(System.getProperty("java.home", "")));
        return promised.isEmpty() ? Optional.empty() : broken(promised, ProcessMalloc.current());
    }

    /**
     * {@return why a process is not the one that was promised, if one was promised}
     *
     * @param java the folder of its Java
     * @param process says what {@code malloc} is; only asked if something was promised
     */
    static Optional<BindingError> broken(File java, Supplier<ProcessMalloc> process) {
        List<Path> promised = promised(java);
        return promised.isEmpty() ? Optional.empty() : broken(promised, process.get());
    }

    private static Optional<BindingError> broken(List<Path> promised, ProcessMalloc process) {
        // What is unknown is no breach.
        if (!(process instanceof ProcessMalloc.Known malloc)
                || (!malloc.isMixed() && promised.stream().anyMatch(library -> isSame(library, malloc.library())))) {
            return Optional.empty();
        }
        List<String> details = List.of("linked to  " + promised.get(0), "malloc is  " + malloc);
        return Optional.of(
                malloc.origin() == ProcessMalloc.Origin.PRELOADED
                        ? new BindingError(
                                BindingError.PROCESS_TWICE,
                                "two libraries replace malloc in this process",
                                details,
                                "start the program without LD_PRELOAD and /etc/ld.so.preload, or from an image that is not"
                                        + " linked")
                        : new BindingError(
                                BindingError.PROCESS_NOT_LINKED,
                                "this process does not use the allocator that its image is linked to",
                                details,
                                "start it with a program of the image; if one of them was replaced, make the image again"));
    }

    /** Where link-image puts them: an image of jpackage has its Java in {@code lib/runtime}. */
    private static List<Path> promised(File java) {
        List<File> folders = new ArrayList<>();
        folders.add(new File(java, "lib"));
        if (java.toPath().endsWith(Path.of("lib", "runtime"))) {
            folders.add(java.getParentFile());
        }
        List<Path> promised = new ArrayList<>();
        for (File folder : folders) {
            for (String library : LIBRARIES) {
                File file = new File(folder, library);
                if (file.exists()) {
                    promised.add(file.toPath());
                }
            }
        }
        return promised;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
