package dev.heapwright.linker.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A file as it is now, told from what it is after a change: a jar that is packaged again during a build has another size or
 * time.
 *
 * @param location of the file
 * @param size in bytes
 * @param changed when it was written last
 */
public record FileVersion(Path location, long size, FileTime changed) {
    /**
     * {@return the file as it is now; nothing for a folder, as nothing tells cheaply whether anything in it has changed}
     *
     * @param location of a file or folder
     * @throws IOException if there is none
     */
    public static Optional<FileVersion> of(Path location) throws IOException {
        BasicFileAttributes file = Files.readAttributes(location, BasicFileAttributes.class);
        return file.isRegularFile()
                ? Optional.of(new FileVersion(location, file.size(), file.lastModifiedTime()))
                : Optional.empty();
    }
}
