package com.example.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is mapped as long as the JVM runs. It is sparse where the file system supports that: it takes the space of
 * what has been written to.
 *
 * @param path of the file
 * @param start the address of its first block, a multiple of {@value #ALIGNMENT}
 * @param offset of that address in the file
 */
record MappedFile(Path path, long start, long offset) {
    /** Bytes to which the start is aligned. */
    static final long ALIGNMENT = 2 << 20;

    /** Maps a file, whose content is lost; a temporary one, which is deleted when the JVM ends, if there is no path. */
    static MappedFile of(String path, long bytes) {
        try {
            Path file = path == null ? Files.createTempFile("file-allocator-", ".memory") : Path.of(path);
            if (path == null) {
                file.toFile().deleteOnExit();
            }
            try (FileChannel channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SPARSE)) {
                long address = channel.map(MapMode.READ_WRITE, 0, bytes + ALIGNMENT, Arena.global())
                        .address();
                long start = address + ALIGNMENT - 1 & -ALIGNMENT;
                return new MappedFile(file, start, start - address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
