package dev.heapwright.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Who may write to a file or directory. It only inspects permissions, and writes nothing. */
final class Ownership {
    /** The user id of root, who may write to every file anyway. */
    private static final int ROOT = 0;

    private Ownership() {}

    /**
     * Whether files have POSIX owners and permissions here. On Windows, write permissions are inherited from the
     * directory.
     */
    static boolean isKnownOf(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /**
     * {@return why a directory is not writable by the user only, if so}
     *
     * @param directory to inspect; a symbolic link is not followed
     * @param orRoot whether it may be root's instead of the user's own
     * @throws NoSuchFileException if it does not exist
     */
    static Optional<String> objection(Path directory, boolean orRoot) throws IOException {
        PosixFileAttributes attributes = attributes(directory);
        if (!attributes.isDirectory()) {
            return Optional.of(attributes.isSymbolicLink() ? "is a symbolic link" : "is not a directory");
        }
        int owner = owner(directory);
        boolean trusted = owner == CurrentUser.id() || (orRoot && owner == ROOT);
        return trusted && !isWritableForOthers(attributes)
                ? Optional.empty()
                : Optional.of("belongs to " + attributes.owner().getName() + " and has the permissions "
                        + PosixFilePermissions.toString(attributes.permissions()));
    }

    /** Whether users other than the owner may write to a file. */
    static boolean isWritableForOthers(Path file) throws IOException {
        return isWritableForOthers(attributes(file));
    }

    private static boolean isWritableForOthers(PosixFileAttributes attributes) {
        Set<PosixFilePermission> permissions = attributes.permissions();
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
