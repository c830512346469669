package dev.heapwright.memory;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;

/** The directory that native libraries are extracted to: one that nobody but the user may write to. */
final class ExtractionDirectory {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private ExtractionDirectory() {}

    /**
     * {@return the directory that is configured, or the user's own among the temporary files; it is made if it is not
     * there}
     *
     * @param system the system properties
     * @throws IOException if it cannot be made
     * @throws NativeUnavailableError if another user may write to it
     */
    static Path open(Properties system) throws IOException {
        String configured = system.getProperty(NativeLibrary.DIRECTORY_PROPERTY, "");
        if (!configured.isEmpty()) {
            Path directory = Path.of(configured);
            return privateDirectory(Files.exists(directory) ? directory.toRealPath() : directory);
        }
        String user = system.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_.-]", "_");
        return privateDirectory(Path.of(system.getProperty("java.io.tmpdir", "."), "heapwright-" + user));
    }

    private static Path privateDirectory(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (posix) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                // Windows: the directory for temporary files belongs to the user, and what is made there inherits that.
                Files.createDirectory(directory);
            }
        } catch (FileAlreadyExistsException e) {
            if (posix) {
                checkPrivate(directory);
            }
        }
        return directory;
    }

    /**
     * Directories for temporary files are shared: another user may have been first to make one of this name. It is not
     * looked through a symbolic link, either.
     */
    private static void checkPrivate(Path directory) throws IOException {
        PosixFileAttributes attributes = Files.getFileAttributeView(
                        directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        if (!attributes.isDirectory()) {
            throw NativeUnavailableError.sharedDirectory(
                    directory, attributes.isSymbolicLink() ? "is a symbolic link" : "is not a directory");
        }
        Set<PosixFilePermission> permissions = attributes.permissions();
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || !attributes.owner().equals(ownerOfNewFile(directory))) {
            throw NativeUnavailableError.sharedDirectory(
                    directory,
                    "belongs to " + attributes.owner().getName() + " and has the permissions "
                            + PosixFilePermissions.toString(permissions));
        }
    }

    /** Who this process is, to the file system; the system property {@code user.name} may say anything. */
    private static Object ownerOfNewFile(Path directory) throws IOException {
        Path probe = Files.createFile(directory.resolve(
                "probe-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + Extraction.ASIDE));
        try {
            return Files.getOwner(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
