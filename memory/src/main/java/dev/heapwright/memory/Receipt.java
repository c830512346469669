package dev.heapwright.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * A note beside an extracted file that its SHA-256 was verified, for later JVMs: to compute it takes a JVM that has just started
 * 60 ms, most of which goes into loading and interpreting its code. Only the user, or root, can write to the directory, so the
 * note is as trustworthy as the file; the check sum in it is against damage.
 *
 * @param file that was extracted
 */
record Receipt(Path file) {
    private static final String SUFFIX = ".verified";

    private Path place() {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    /**
     * {@return whether there is a note, and the file is as it was then: its size, the time of its last change and its content}
     *
     * @throws IOException if the file or the note cannot be read
     */
    boolean matches() throws IOException {
        Path place = place();
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && !(Ownership.isKnownOf(place) && Ownership.isWritableForOthers(place))
                && Files.readString(place, StandardCharsets.US_ASCII).equals(text());
    }

    /** Writes the note, once the content was verified. Without one, the next JVM verifies it again. */
    void write() throws IOException {
        Path aside = file.resolveSibling("noting-" + UUID.randomUUID() + Extraction.ASIDE);
        try {
            Files.createFile(aside, ExtractionDirectory.withPermissions(aside, "rw-r--r--"));
            Files.writeString(aside, text(), StandardCharsets.US_ASCII);
            Files.move(aside, place(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private String text() throws IOException {
        CRC32 sum = new CRC32();
        byte[] content = Files.readAllBytes(file);
        sum.update(content);
        long modified =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).to(TimeUnit.NANOSECONDS);
        return content.length + " " + modified + " " + sum.getValue() + "\n";
    }
}
