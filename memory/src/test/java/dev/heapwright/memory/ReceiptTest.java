package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptTest {
    private static final byte[] CONTENT = "a library".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = new byte[CONTENT.length];
    private static final NativeFile FILE =
            new NativeFile("c10454620c2acdf0feae00302bf741ffcaa925596b7000d54ef6c6c276a2a90a", "linux/x64/libpool.so");

    @TempDir
    private Path directory;

    @Test
    void anExtractedFileHasOneAndSoHasOneThatWasVerified() throws IOException {
        Path place = extract();
        assertEquals(true, new Receipt(place).matches());
        Files.delete(directory.resolve(FILE.extractedName() + ".verified"));
        // Verified again, as another JVM would.
        Files.setLastModifiedTime(place, FileTime.fromMillis(1_000_000));
        extract();
        assertEquals(true, new Receipt(place).matches());
    }

    /** The wrong content shows that its SHA-256 is not computed. */
    @Test
    void aFileWithAReceiptIsNotVerifiedAgain() throws IOException {
        Path place = directory.resolve(FILE.extractedName());
        Files.write(place, OTHER);
        new Receipt(place).write();
        extract();
        assertArrayEquals(OTHER, Files.readAllBytes(place));
    }

    @Test
    void theFileMayNotHaveChangedSince() throws IOException {
        Path place = directory.resolve(FILE.extractedName());
        Files.write(place, OTHER);
        new Receipt(place).write();
        FileTime before = Files.getLastModifiedTime(place);
        Files.write(place, OTHER);
        Files.setLastModifiedTime(place, FileTime.fromMillis(before.toMillis() + 1000));
        assertEquals(false, new Receipt(place).matches());
        Files.write(place, CONTENT);
        Files.setLastModifiedTime(place, before);
        assertEquals(false, new Receipt(place).matches());
    }

    @Test
    void aReceiptThatOthersMayWriteToCountsForNothing() throws IOException {
        assumeTrue(Ownership.isKnownOf(directory), "there are no permissions to look at");
        Path place = extract();
        Path receipt = directory.resolve(FILE.extractedName() + ".verified");
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(receipt)));
        Files.setPosixFilePermissions(receipt, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertEquals(false, new Receipt(place).matches());
    }

    @Test
    void withoutAReceiptNothingMatches() throws IOException {
        Path place = directory.resolve(FILE.extractedName());
        Files.write(place, CONTENT);
        assertEquals(false, new Receipt(place).matches());
        Files.createDirectory(directory.resolve(FILE.extractedName() + ".verified"));
        assertEquals(false, new Receipt(place).matches());
        assertEquals(place, extract());
    }

    private Path extract() throws IOException {
        return new Extraction(directory).extract(FILE, () -> new ByteArrayInputStream(CONTENT));
    }
}
