package dev.heapwright.natives;

import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.linker.image.ImageLinker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * An image of jlink, with a program of which only the name is passed.
 *
 * @param folder of the image
 */
record LinkedImage(Path folder) {
    /** Makes an image of the Java that runs the tests, which is not linked to an allocator yet. */
    static LinkedImage make(Path folder) {
        int result = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--add-modules",
                        "java.base,jdk.unsupported",
                        "--output",
                        folder.toString());
        if (result != 0) {
            throw new IllegalStateException("jlink returned " + result);
        }
        return new LinkedImage(folder);
    }

    /** {@return a copy that is linked to an allocator} */
    LinkedImage linkedTo(NativeAllocator allocator, Path copy) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> copy(file, copy.resolve(folder.relativize(file))));
        }
        new ImageLinker(
                        ProcessAllocator.valueOf(allocator.name()),
                        ClassPath.ofTheTests().elements())
                .link(copy);
        return new LinkedImage(copy);
    }

    private static void copy(Path file, Path copy) {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of its java. */
    Path java() {
        return folder.resolve("bin/java");
    }

    /** The library that it is linked to. */
    Path library(NativeAllocator allocator) {
        return folder.resolve("lib/libheapwright-" + allocator.library() + ".so");
    }

    /**
     * Runs a program of the tests, and returns its whole output.
     *
     * @param environment before the command, such as {@code LD_PRELOAD=libpool.so}
     * @param glue folder with the glue of the program's heap
     */
    String run(String environment, Path glue, Class<?> program, String argument) throws Exception {
        return ShellCommand.output(environment + " '" + java() + "' --enable-native-access=ALL-UNNAMED"
                + " --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                + " -Djava.io.tmpdir='" + folder + "' -cp '" + glue + ":" + ClassPath.ofTheTests() + "' "
                + program.getName() + " " + argument);
    }
}
