package dev.heapwright.core.process;

import dev.heapwright.core.elf.ElfRefusedException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the libraries that replace malloc beside those that they are made of. Run when the libraries are packaged. */
public final class ProcessLibraries {
    private ProcessLibraries() {}

    /**
     * Makes them for Linux, on each processor.
     *
     * @param arguments the folder with the libraries, in which one is {@code linux/x64/org/lwjgl/jemalloc/libjemalloc.so}
     * @throws IOException if one cannot be read or written
     * @throws ElfRefusedException if one cannot be edited
     */
    public static void main(String[] arguments) throws IOException, ElfRefusedException {
        try (DirectoryStream<Path> processors = Files.newDirectoryStream(Path.of(arguments[0], "linux"))) {
            for (Path processor : processors) {
                for (ProcessAllocator allocator : ProcessAllocator.values()) {
                    Path folder = processor.resolve("org/lwjgl").resolve(allocator.id());
                    byte[] plain = Files.readAllBytes(folder.resolve("lib" + allocator.id() + ".so"));
                    Files.write(folder.resolve(allocator.library()), allocator.replacingMalloc(plain));
                }
            }
        }
    }
}
