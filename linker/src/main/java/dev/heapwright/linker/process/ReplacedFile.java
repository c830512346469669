package dev.heapwright.linker.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** Replaces a file as a whole. */
public final class ReplacedFile {
    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rwxr-xr-x");

    private ReplacedFile() {}

    /**
     * {@return whether a file is there with that content}
     *
     * @param file which need not exist
     * @param content all of its bytes
     * @throws IOException if it cannot be read
     */
    public static boolean has(Path file, byte[] content) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
    }

    /**
     * Writes a file beside the one to replace, and moves it into place: a program that is started meanwhile gets the old file or
     * the new one, and a file of the JDK that has a hard link here is not changed. It keeps its permissions; a new file can be
     * executed by all. A file that has that content is not touched.
     *
     * @param file in a folder that exists
     * @param content all of its bytes
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, byte[] content) throws IOException {
        if (has(file, content)) {
            return;
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path aside = Files.createTempFile(file.getParent(), ".heapwright", ".tmp");
        try {
            Files.write(aside, content);
            if (posix) {
                Files.setPosixFilePermissions(
                        aside, Files.exists(file) ? Files.getPosixFilePermissions(file) : FOR_ALL);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
