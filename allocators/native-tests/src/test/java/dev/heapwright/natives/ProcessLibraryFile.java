package dev.heapwright.natives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The libraries that replace malloc, as files that can be preloaded. */
final class ProcessLibraryFile {
    private ProcessLibraryFile() {}

    /** {@return the library for this machine, under its own name} */
    static Path extract(NativeAllocator allocator, Path folder) throws IOException {
        String name = "libheapwright-" + allocator.library() + ".so";
        Path resource = Path.of(allocator.file()).resolveSibling(name);
        Path file = folder.resolve(name);
        try (InputStream content = ClassLoader.getSystemResourceAsStream(resource.toString())) {
            Files.copy(Objects.requireNonNull(content, resource.toString()), file);
        }
        return file;
    }
}
