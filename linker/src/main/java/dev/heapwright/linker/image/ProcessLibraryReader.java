package dev.heapwright.linker.image;

import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Finds the library that replaces malloc on a class path, where it is for the allocators that the heap may be bound to, and
 * verifies it as the heap does.
 *
 * @param classpath jars and class folders
 */
record ProcessLibraryReader(List<Path> classpath) {
    /** More than a library or a list has, in bytes. */
    private static final int LARGEST = 64 << 20;

    ProcessLibraryReader {
        classpath = List.copyOf(classpath);
    }

    /**
     * {@return the bytes of the library}
     *
     * @param image for which it is
     * @throws DiagnosticException if it is not there, or is not the one that was built with the allocator
     * @throws IOException if a jar cannot be read
     */
    byte[] read(ProcessAllocator allocator, Machine machine, Path image) throws DiagnosticException, IOException {
        String path = allocator.resource(machine);
        Optional<byte[]> library = find(path);
        Optional<byte[]> list = find(allocator.checksums());
        if (library.isEmpty() || list.isEmpty()) {
            throw NotLinkable.problem(
                    image,
                    "the library of " + allocator.id() + " for linux/" + machine.platform()
                            + " is not on the class path",
                    "depend on heapwright-heap, without excluding heapwright-allocators and heapwright-natives");
        }
        String line = sha256(library.get()) + "  " + path;
        if (new String(list.get(), StandardCharsets.UTF_8).lines().noneMatch(line::equals)) {
            throw NotLinkable.problem(
                    image,
                    path + " is not the file with which heapwright-allocators was built",
                    "use the same version of heapwright-allocators and heapwright-natives");
        }
        return library.get();
    }

    private Optional<byte[]> find(String path) throws IOException {
        for (Path location : classpath) {
            try (ArtifactFiles files = ArtifactFiles.open(location)) {
                Optional<byte[]> content = files.read(path, LARGEST);
                if (content.isPresent()) {
                    return content;
                }
            }
        }
        return Optional.empty();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
