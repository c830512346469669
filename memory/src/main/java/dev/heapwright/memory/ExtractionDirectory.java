package dev.heapwright.memory;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The directory that native libraries are extracted to: only the user, or root, may write to it. An existing directory
 * is inspected without writing to it.
 */
final class ExtractionDirectory {
    private static final String PREFIX = "heapwright-";

    private ExtractionDirectory() {}

    /**
     * {@return the configured directory, or the user's own in the directory for temporary files; it is created if it
     * does not exist}
     *
     * @param system the system properties
     * @throws IOException if it cannot be created
     * @throws NativeUnavailableError if it is configured, and another user may write to it
     */
    static Path open(Properties system) throws IOException {
        String configured = system.getProperty(NativeLibrary.DIRECTORY_PROPERTY, "");
        return configured.isEmpty() ? amongTemporaryFiles(system) : configured(Path.of(configured), "rwx------");
    }

    /**
     * {@return a directory specified by the user, created if it does not exist}
     *
     * @param directory where it is
     * @param permissions that it gets if it is created, reduced by the process's umask
     */
    static Path configured(Path directory, String permissions) throws IOException {
        Path real = Files.exists(directory) ? directory.toRealPath() : directory;
        Optional<String> objection = make(real, permissions, true);
        if (objection.isPresent()) {
            throw NativeUnavailableError.sharedDirectory(real, objection.get());
        }
        return real;
    }

    /**
     * The parent directory is shared: another user may already have created one with the usual name. It is skipped
     * then, and one with an unpredictable name is created.
     */
    private static Path amongTemporaryFiles(Properties system) throws IOException {
        Path temporaryFiles = Path.of(system.getProperty("java.io.tmpdir", "."));
        String user = Ownership.isKnownOf(temporaryFiles)
                ? Integer.toUnsignedString(CurrentUser.id())
                : system.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_.-]", "_");
        Path usual = temporaryFiles.resolve(PREFIX + user);
        if (make(usual, "rwx------", false).isEmpty()) {
            return usual;
        }
        for (Path other : others(temporaryFiles, PREFIX + user + "-")) {
            if (Ownership.objection(other, false).isEmpty()) {
                return other;
            }
        }
        return Files.createTempDirectory(temporaryFiles, PREFIX + user + "-");
    }

    /**
     * The directories that were created when the usual one belonged to another user. Some may belong to other users,
     * too.
     */
    private static List<Path> others(Path temporaryFiles, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(temporaryFiles)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /** {@return why it cannot be trusted, if so} */
    private static Optional<String> make(Path directory, String permissions, boolean orRoot) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.createDirectory(directory, withPermissions(directory, permissions));
            } catch (FileAlreadyExistsException e) {
                // Another JVM, or someone else, has created it in the meantime.
            }
        }
        return Ownership.isKnownOf(directory) ? Ownership.objection(directory, orRoot) : Optional.empty();
    }

    /** The permissions with which to create a file or directory. */
    static FileAttribute<?>[] withPermissions(Path path, String permissions) {
        return Ownership.isKnownOf(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
