package dev.heapwright.linker.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The version of a file, which changes with the file: a jar that is repackaged during a build has another size or time.
 *
 * @param location of the file
 * @param size in bytes
 * @param changed when it was last modified
 */
public record FileVersion(Path location, long size, FileTime changed) {
    /**
     * {@return the current version of a file; empty for a folder, as changes in it cannot be detected cheaply}
     *
     * @param location of a file or folder
     * @throws IOException if it does not exist
     */
    public static Optional<FileVersion> of(Path location) throws IOException {
        BasicFileAttributes file = Files.readAttributes(location, BasicFileAttributes.class);
        return file.isRegularFile()
                ? Optional.of(new FileVersion(location, file.size(), file.lastModifiedTime()))
                : Optional.empty();
    }
}
