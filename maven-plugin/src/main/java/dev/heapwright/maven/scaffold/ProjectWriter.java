package dev.heapwright.maven.scaffold;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that is created with all of its files or not at all: they are written beside it, and the folder is moved
 * into place.
 *
 * @param path of the folder to create
 */
public record ProjectWriter(Path path) {

    /**
     * Creates it.
     *
     * @param files the content of each file by path within the folder
     * @throws DiagnosticException if the path already exists, unless it is an empty folder
     * @throws IOException if it cannot be written
     */
    public void write(Map<String, String> files) throws DiagnosticException, IOException {
        if (isTaken()) {
            throw new DiagnosticException(List.of(Diagnostic.error(
                            DiagnosticId.INVALID_CONFIGURATION,
                            "'" + path.getFileName() + "' already exists and is not an empty folder")
                    .at(new Location.File(path.toString()))
                    .withHelp("choose another artifactId, which names the folder, or delete it")));
        }
        Path parent = path.toAbsolutePath().getParent();
        Path aside = Files.createTempDirectory(parent, ".heapwright");
        try {
            // Not the temporary folder itself, which is readable only by its owner.
            Path folder = Files.createDirectory(aside.resolve("new"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            // Replaces a folder only if it is empty.
            Files.move(folder, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            delete(aside);
        }
    }

    private boolean isTaken() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isPresent();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
