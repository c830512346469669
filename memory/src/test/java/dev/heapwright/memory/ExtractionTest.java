package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {
    private static final byte[] CONTENT = "a library".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    private static final NativeFile FILE =
            new NativeFile("c10454620c2acdf0feae00302bf741ffcaa925596b7000d54ef6c6c276a2a90a", "linux/x64/libpool.so");

    @TempDir
    private Path directory;

    private Path place;

    @BeforeEach
    void place() {
        place = directory.resolve(FILE.extractedName());
    }

    @Test
    void aFileIsExtracted() throws IOException {
        assertEquals(place, extract(CONTENT));
        assertArrayEquals(CONTENT, Files.readAllBytes(place));
        assertEquals(List.of(place), files());
    }

    @Test
    void aFileThatVerifiesIsUsedAsItIs() throws IOException {
        extract(CONTENT);
        FileTime before = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(place, before);

        assertEquals(place, new Extraction(directory).extract(FILE, () -> {
                    throw new AssertionError("extracted again");
                }));
        assertEquals(before, Files.getLastModifiedTime(place));
    }

    /** The wrong content shows that it is not read. */
    @Test
    void aFileThatWasVerifiedIsNotReadAgainUnlessItHasChanged() throws IOException {
        extract(CONTENT);
        assertEquals(true, VerifiedFiles.has(place, VerifiedFiles.state(place)));

        Files.write(place, new byte[CONTENT.length]);
        VerifiedFiles.add(place, VerifiedFiles.state(place));
        assertEquals(place, extract(CONTENT));
        assertArrayEquals(new byte[CONTENT.length], Files.readAllBytes(place));

        FileTime before = Files.getLastModifiedTime(place);
        Files.write(place, new byte[CONTENT.length]);
        Files.setLastModifiedTime(place, before);
        assertEquals(place, extract(CONTENT));
        assertArrayEquals(CONTENT, Files.readAllBytes(place));
    }

    @Test
    void aFileThatOthersMayWriteToIsReplaced() throws IOException {
        assumeTrue(Ownership.isKnownOf(directory), "there are no permissions to look at");
        Files.write(place, CONTENT);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-rw-r--"));
        extract(CONTENT);
        assertEquals(
                List.of(),
                Files.getPosixFilePermissions(place).stream()
                        .filter(permission -> permission.name().matches("(GROUP|OTHERS)_WRITE"))
                        .toList());
    }

    @Test
    void aFileThatDoesNotVerifyIsReplaced() throws IOException {
        Files.write(place, new byte[CONTENT.length]);
        assertEquals(place, extract(CONTENT));
        assertArrayEquals(CONTENT, Files.readAllBytes(place));
        assertEquals(List.of(place), files());
    }

    @Test
    void aSymbolicLinkIsReplacedWhateverItsTarget() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere")).resolve("file");
        Files.write(elsewhere, CONTENT);
        Files.createSymbolicLink(place, elsewhere);

        extract(CONTENT);

        assertEquals(false, Files.isSymbolicLink(place));
        assertArrayEquals(CONTENT, Files.readAllBytes(place));
    }

    @Test
    void otherContentIsRefusedAndNothingIsLeftBehind() throws IOException {
        NativeUnavailableError refusal =
                assertThrows(NativeUnavailableError.class, () -> extract(new byte[] {1, 2, 3}));
        assertEquals("""
                [Heapwright/NativeUnavailable] the file of a native library is not the one that its allocator was built with
                    linux/x64/libpool.so
                    expected SHA-256  c10454620c2acdf0feae00302bf741ffcaa925596b7000d54ef6c6c276a2a90a
                    found             039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81
                  help: use the version of the artifact that the allocator declares; if it is that one, it was modified: do
                        not trust it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""", refusal.getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    void otherContentDoesNotReplaceEvenAFileThatDoesNotVerify() throws IOException {
        Files.write(place, new byte[] {4});
        assertThrows(NativeUnavailableError.class, () -> extract(new byte[] {1, 2, 3}));
        assertArrayEquals(new byte[] {4}, Files.readAllBytes(place));
    }

    @Test
    void ifTheContentCannotBeReadNothingIsLeftBehind() throws IOException {
        assertThrows(
                NoSuchFileException.class,
                () -> new Extraction(directory).extract(FILE, () -> {
                    throw new NoSuchFileException("pool.jar");
                }));
        assertEquals(List.of(), files());
    }

    @Test
    void temporaryFilesOlderThanAnHourAreDeletedWhetherOrNotAnythingIsExtracted() throws IOException {
        for (boolean extractedBefore : List.of(false, true)) {
            Path old = writtenAgo("extracting1.tmp", Duration.ofMinutes(61));
            Path young = writtenAgo("extracting2.tmp", Duration.ofMinutes(59));
            Path other = writtenAgo("another-libpool.so", Duration.ofDays(100));

            extract(CONTENT);

            assertEquals(
                    Stream.of(place, young, other).sorted().toList(), files(), "extracted before: " + extractedBefore);
            assertEquals(false, Files.exists(old));
        }
    }

    @Test
    void aFileThatCannotBeDeletedIsLeft() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder.tmp"));
        Files.createFile(folder.resolve("file"));
        Files.setLastModifiedTime(folder, FileTime.from(Instant.EPOCH));

        assertEquals(place, extract(CONTENT));
        assertEquals(Stream.of(place, folder).sorted().toList(), files());
    }

    @Test
    void eachOfManyThreadsAtOnceGetsAFileThatVerifies() throws Exception {
        int count = 16;
        writtenAgo("extracting.tmp", Duration.ofHours(2));
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<byte[]>> extracted = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                extracted.add(threads.submit(() -> {
                    start.await();
                    return Files.readAllBytes(extract(CONTENT));
                }));
            }
            for (Future<byte[]> content : extracted) {
                assertArrayEquals(CONTENT, content.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of(place), files());
    }

    private Path extract(byte[] content) throws IOException {
        return new Extraction(directory).extract(FILE, () -> new ByteArrayInputStream(content));
    }

    private Path writtenAgo(String name, Duration ago) throws IOException {
        Path file = Files.write(directory.resolve(name), CONTENT);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    /** Without notes that something was verified. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith(".verified"))
                    .sorted()
                    .toList();
        }
    }
}
