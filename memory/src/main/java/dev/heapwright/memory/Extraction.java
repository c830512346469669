package dev.heapwright.memory;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Extracts files of native libraries to a directory, where they stay for the next JVM. Several JVMs may do so at the
 * same time: each writes to a file of its own, which it moves into place when it is complete.
 *
 * @param directory that only the user may write to
 */
record Extraction(Path directory) {
    /** The suffix of temporary files. */
    static final String ASIDE = ".tmp";

    /**
     * Writing a file takes a fraction of a second; an older temporary file was left behind by a JVM that ended
     * abnormally.
     */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    /** Opens the content of a file. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * {@return a file with the required content, extracted now or earlier}
     *
     * @param file the required file
     * @param source its content
     * @throws IOException if it cannot be written
     * @throws NativeUnavailableError if the content differs
     */
    Path extract(NativeFile file, Source source) throws IOException {
        deleteLeftBehind();
        Path place = directory.resolve(file.extractedName());
        if (verifies(place, file)) {
            return place;
        }
        Path aside = directory.resolve("extracting-" + UUID.randomUUID() + ASIDE);
        try {
            String found;
            try (InputStream content = source.open();
                    OutputStream out = newFile(aside)) {
                found = sha256(content, out);
            }
            if (!found.equals(file.sha256())) {
                throw NativeUnavailableError.otherContent(file.path(), file.sha256(), found);
            }
            moveIntoPlace(aside, place, file);
        } finally {
            Files.deleteIfExists(aside);
        }
        return place;
    }

    /**
     * Others may read it, if the directory's permissions allow it: an image may be built by one user and run by
     * another.
     */
    private static OutputStream newFile(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ExtractionDirectory.withPermissions(file, "rw-r--r--")));
    }

    private static void moveIntoPlace(Path aside, Path place, NativeFile file) throws IOException {
        try {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            VerifiedFiles.add(place, VerifiedFiles.state(place));
            note(place);
        } catch (IOException e) {
            // Windows does not replace a file that is in use; another process has put it there in the meantime.
            if (!verifies(place, file)) {
                throw e;
            }
        }
    }

    private static boolean verifies(Path place, NativeFile file) throws IOException {
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                || (Ownership.isKnownOf(place) && Ownership.isWritableForOthers(place))) {
            return false;
        }
        Map<String, Object> state = VerifiedFiles.state(place);
        if (VerifiedFiles.has(place, state)) {
            return true;
        }
        if (!new Receipt(place).matches()) {
            try (InputStream content = Files.newInputStream(place)) {
                if (!sha256(content, OutputStream.nullOutputStream()).equals(file.sha256())) {
                    return false;
                }
            }
            note(place);
        }
        VerifiedFiles.add(place, state);
        return true;
    }

    /** The directory may be read-only, as in an image. */
    private static void note(Path verified) {
        try {
            new Receipt(verified).write();
        } catch (IOException e) {
            // The next JVM verifies the file again.
        }
    }

    private static String sha256(InputStream content, OutputStream copy) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        new DigestInputStream(content, digest).transferTo(copy);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A file that cannot be deleted, for example because another JVM has already done so, is no reason to fail. */
    private void deleteLeftBehind() {
        String[] names = directory.toFile().list();
        long limit = System.currentTimeMillis() - LEFT_BEHIND.toMillis();
        for (String name : names == null ? new String[0] : names) {
            File file = new File(directory.toFile(), name);
            if (name.endsWith(ASIDE) && file.lastModified() < limit) {
                file.delete();
            }
        }
    }
}
