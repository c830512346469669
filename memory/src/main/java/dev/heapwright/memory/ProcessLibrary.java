package dev.heapwright.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the library that this process was linked to, or started with, so that an allocator need not load a second copy.
 *
 * <p>There are other builds of the same allocators, some of which export the same functions, so neither a name nor a function
 * tells whether it is the library that the allocator was built with: only its content does. The content is compared with the
 * library's on the class path, byte by byte. To compute its SHA-256 would be as certain, but takes a JVM that has just started
 * 60 ms, where this takes a few. In any other process, all that is done is to search the names of the files that are mapped.
 */
final class ProcessLibrary {
    private static final int CHUNK = 16 << 10;

    private ProcessLibrary() {}

    /**
     * {@return the file, if it is in this process}
     *
     * @param owner a class of the artifact that contains the list of the library's files
     * @param name of that list
     */
    static Optional<Path> find(Class<?> owner, String name) throws Throwable {
        if (!Platform.NAME.startsWith("linux/")) {
            return Optional.empty();
        }
        NativeFile file = Host.current().choose(NativeFiles.of(owner, name));
        String fileName = file.path().substring(file.path().lastIndexOf('/') + 1);
        Optional<Path> mapped = MappedFiles.named(fileName);
        return mapped.isPresent() && hasContent(mapped.get(), owner, file) ? mapped : Optional.empty();
    }

    private static boolean hasContent(Path mapped, Class<?> owner, NativeFile file) throws IOException {
        try (InputStream found = Files.newInputStream(mapped);
                InputStream expected = NativeLibrary.open(owner, file)) {
            byte[] chunk;
            do {
                chunk = found.readNBytes(CHUNK);
                if (!Arrays.equals(chunk, expected.readNBytes(CHUNK))) {
                    return false;
                }
            } while (chunk.length > 0);
            return true;
        }
    }
}
