package dev.heapwright.linker.process;

import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.build.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Finds the library that replaces malloc on a class path, where it is for the allocators that the heap may be bound to, and
 * verifies it as the heap does.
 *
 * @param classpath jars and class folders
 * @param forWhat what needs the library
 * @param place where that is
 */
public record ProcessLibraryReader(List<Path> classpath, NotLinkable forWhat, Path place) {
    /** More than a library or a list has, in bytes. */
    private static final int LARGEST = 64 << 20;

    /** Copies the list. */
    public ProcessLibraryReader {
        classpath = List.copyOf(classpath);
    }

    /**
     * A library that is the one that was built with the allocator.
     *
     * @param content its bytes
     * @param sha256 their SHA-256, in hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent") // It is written, and not compared.
    public record Library(byte[] content, String sha256) {}

    /**
     * {@return the library, if it is there}
     *
     * @param allocator of the process
     * @param machine that runs it
     * @throws DiagnosticException if it is not the one that was built with the allocator
     * @throws IOException if a jar cannot be read
     */
    public Optional<Library> find(ProcessAllocator allocator, Machine machine) throws DiagnosticException, IOException {
        String path = allocator.resource(machine);
        Optional<byte[]> content = find(path);
        Optional<byte[]> list = find(allocator.checksums());
        if (content.isEmpty() || list.isEmpty()) {
            return Optional.empty();
        }
        Library library = new Library(content.get(), HexFormat.of().formatHex(Sha256.of(content.get())));
        String line = library.sha256() + "  " + path;
        if (new String(list.get(), StandardCharsets.UTF_8).lines().noneMatch(line::equals)) {
            throw forWhat.problem(
                    place,
                    path + " is not the file with which heapwright-allocators was built",
                    "use the same version of heapwright-allocators and heapwright-natives");
        }
        return Optional.of(library);
    }

    /**
     * {@return a problem: there is no library}
     *
     * @param allocator of the process
     * @param platform for which there is none, such as {@code linux/x64}
     */
    public DiagnosticException missing(ProcessAllocator allocator, String platform) {
        return forWhat.problem(
                place,
                "the library of " + allocator.id() + " for " + platform + " is not on the class path",
                "depend on heapwright-heap, without excluding heapwright-allocators and heapwright-natives");
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
}
