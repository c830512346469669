package dev.heapwright.linker.image;

import dev.heapwright.core.elf.ElfFile;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.process.NotLinkable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is where in an image for Linux: one of jlink is a Java runtime, one of jpackage has launchers and a runtime of its own
 * in {@code lib/runtime}.
 *
 * @param root its folder
 * @param programs those that run Java in their own process, sorted
 * @param lookup the library that the FFM API asks for functions of the C library; Java 17 may have none
 */
record ImageLayout(Path root, List<Path> programs, Optional<Path> lookup) {
    /** Copies the list. */
    ImageLayout {
        programs = List.copyOf(programs);
    }

    /** {@return the folder for libraries of the whole image} */
    Path libraries() {
        return root.resolve("lib");
    }

    /** {@return all files that must need the allocator's library} */
    List<Path> files() {
        return Stream.concat(programs.stream(), lookup.stream()).toList();
    }

    /** {@return their paths in the image} */
    List<String> paths() {
        return files().stream().map(this::path).toList();
    }

    /** {@return the path of a file in the image, with slashes} */
    String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Looks at an image.
     *
     * @param image its folder
     * @throws DiagnosticException if it is not an image of jlink or jpackage for Linux
     * @throws IOException if it cannot be read
     */
    static ImageLayout of(Path image) throws DiagnosticException, IOException {
        if (!Files.isDirectory(image)) {
            throw NotLinkable.IMAGE.problem(
                    image, "it does not exist", "run link-image after the image is made, and set image to its folder");
        }
        Path root = image.toRealPath();
        refuseOtherSystems(root);
        Path runtime = Files.exists(root.resolve("lib/libapplauncher.so")) ? root.resolve("lib/runtime") : root;
        if (!Files.exists(runtime.resolve("lib/modules")) || !Files.isDirectory(root.resolve("bin"))) {
            throw NotLinkable.IMAGE.problem(
                    image,
                    "it was made by neither jlink nor jpackage, or in a way that is not known here",
                    "set image to the folder that contains bin and lib");
        }
        refuseJdk(image, runtime);
        List<Path> programs = new ArrayList<>(programs(root));
        if (!runtime.equals(root)) {
            programs.addAll(programs(runtime));
        }
        Path lookup = runtime.resolve("lib/libsyslookup.so");
        return new ImageLayout(root, programs, isElf(lookup) ? Optional.of(lookup) : Optional.empty());
    }

    private static void refuseOtherSystems(Path root) throws DiagnosticException {
        for (String windows : List.of("bin/java.exe", "runtime/bin/java.dll", "bin/java.dll")) {
            if (Files.exists(root.resolve(windows))) {
                throw otherSystem(root.resolve(windows), "it is for Windows");
            }
        }
        for (String macos : List.of("Contents", "lib/libjli.dylib")) {
            if (Files.exists(root.resolve(macos))) {
                throw otherSystem(root.resolve(macos), "it is for macOS");
            }
        }
    }

    /** {@return the problem of an image for a system on which processes cannot be linked} */
    static DiagnosticException otherSystem(Path place, String reason) {
        return NotLinkable.IMAGE.problem(
                place, reason, "link images for Linux with glibc only; on other systems, leave out link-image");
    }

    /** A JDK that images are made of must not be changed. */
    private static void refuseJdk(Path image, Path runtime) throws DiagnosticException, IOException {
        boolean runsThis =
                runtime.equals(Path.of(System.getProperty("java.home")).toRealPath());
        if (runsThis || Files.exists(runtime.resolve("jmods")) || Files.exists(runtime.resolve("lib/src.zip"))) {
            throw NotLinkable.IMAGE.problem(
                    image,
                    "it is a JDK, which other programs use",
                    "make an image with jlink, and set image to its folder");
        }
    }

    private static List<Path> programs(Path runtime) throws IOException {
        Path folder = runtime.resolve("bin");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> programs = new ArrayList<>();
            // Scripts start one of the programs.
            for (Path file : files.sorted().toList()) {
                if (isElf(file)) {
                    programs.add(file);
                }
            }
            return programs;
        }
    }

    /** What is linked to somewhere else is not part of the image. */
    private static boolean isElf(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            return ElfFile.isStart(content.readNBytes(4));
        }
    }
}
