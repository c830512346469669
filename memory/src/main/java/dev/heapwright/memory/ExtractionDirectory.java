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
 * The directory that native libraries are extracted to: one that nobody but the user, or root, may write to. One that is
 * there is looked at and not written to.
 */
final class ExtractionDirectory {
    private static final String PREFIX = "heapwright-";

    private ExtractionDirectory() {}

    /**
     * {@return the directory that is configured, or the user's own among the temporary files; it is made if it is not
     * there}
     *
     * @param system the system properties
     * @throws IOException if it cannot be made
     * @throws NativeUnavailableError if it is configured, and another user may write to it
     */
    static Path open(Properties system) throws IOException {
        String configured = system.getProperty(NativeLibrary.DIRECTORY_PROPERTY, "");
        return configured.isEmpty() ? amongTemporaryFiles(system) : configured(Path.of(configured), "rwx------");
    }

    /**
     * {@return a directory that is named by the user, made if it is not there}
     *
     * @param directory where it is
     * @param permissions that it gets if it is made, less those that the process gives no file
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
     * That directory is shared: another user may have been first to make one of the usual name. It is passed over then, as
     * one cannot be made that nobody can have known the name of before.
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

    /** Those that were made when the usual one was another user's. Some may be another user's, too. */
    private static List<Path> others(Path temporaryFiles, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(temporaryFiles)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /** {@return why it is not to be trusted, if it is not} */
    private static Optional<String> make(Path directory, String permissions, boolean orRoot) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.createDirectory(directory, withPermissions(directory, permissions));
            } catch (FileAlreadyExistsException e) {
                // Another JVM made it meanwhile, or somebody else.
            }
        }
        return Ownership.isKnownOf(directory) ? Ownership.objection(directory, orRoot) : Optional.empty();
    }

    /** Those to make a file or directory with. */
    static FileAttribute<?>[] withPermissions(Path path, String permissions) {
        return Ownership.isKnownOf(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
