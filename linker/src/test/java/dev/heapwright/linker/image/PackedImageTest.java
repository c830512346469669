package dev.heapwright.linker.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip file that was made of an image before it was linked has the linked image in it afterwards. */
class PackedImageTest {
    private static final ImageLinker JEMALLOC = new ImageLinker(ProcessAllocator.JEMALLOC, Images.CLASS_PATH);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Path image;
    private Path zip;

    @BeforeAll
    static void anImage() {
        Images.jlink(shared.resolve("runtime"));
    }

    @BeforeEach
    void aCopyOfItAndItsZipFile() throws IOException {
        image = Images.copy(shared.resolve("runtime"), folder.resolve("image"));
        // It is large, and never looked at.
        Files.writeString(image.resolve("lib/modules"), "");
        Files.delete(image.resolve("lib/server/libjvm.so"));
        zip = folder.resolve("image.zip");
        pack("");
    }

    @Test
    void theImageInItIsLinked() throws Exception {
        JEMALLOC.link(image);
        assertTrue(JEMALLOC.linkPacked(image, zip));
        assertEquals(Images.content(image), packed(""));
        assertEquals(Optional.empty(), JEMALLOC.problem(image, zip));
        Object state = Files.getAttribute(zip, "unix:ino");
        assertTrue(JEMALLOC.linkPacked(image, zip));
        assertEquals(state, Files.getAttribute(zip, "unix:ino"));
    }

    @Test
    void itMayBeInAFolder() throws Exception {
        pack("app-1.0/");
        JEMALLOC.link(image);
        assertTrue(JEMALLOC.linkPacked(image, zip));
        assertEquals(Images.content(image), packed("app-1.0/"));
    }

    @Test
    void oneThatWasPackedAgainIsNoLongerLinked() throws Exception {
        Path before = Files.copy(zip, folder.resolve("before.zip"));
        JEMALLOC.link(image);
        List<String> lines = DiagnosticRenderer.render(
                        JEMALLOC.problem(image, before).orElseThrow())
                .lines()
                .toList();
        assertEquals("[Heapwright/BrokenPackage] the image is no longer linked to jemalloc", lines.get(0));
        assertEquals("    at " + before, lines.get(1));
        assertTrue(lines.contains("    missing or changed: bin/java"), lines.toString());
        assertTrue(lines.contains("    missing or changed: lib/libheapwright-jemalloc.so"), lines.toString());
    }

    @Test
    void aZipFileOfSomethingElseIsLeftAsItIs() throws Exception {
        try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(zip))) {
            output.putNextEntry(new ZipEntry("bin/java.txt"));
            output.putNextEntry(new ZipEntry("bin/keytool"));
        }
        byte[] before = Files.readAllBytes(zip);
        JEMALLOC.link(image);
        assertFalse(JEMALLOC.linkPacked(image, zip));
        assertEquals(Optional.empty(), JEMALLOC.problem(image, zip));
        assertEquals(before.length, Files.size(zip));
    }

    @Test
    void anotherImageIsLeftAsItIs() throws Exception {
        JEMALLOC.link(image);
        Files.write(image.resolve("bin/keytool"), new byte[1], StandardOpenOption.APPEND);
        pack("");
        Images.copy(shared.resolve("runtime"), folder.resolve("other"));
        JEMALLOC.link(folder.resolve("other"));
        assertFalse(JEMALLOC.linkPacked(folder.resolve("other"), zip));
        assertEquals(Optional.empty(), JEMALLOC.problem(folder.resolve("other"), zip));
        assertEquals(Images.content(image), packed(""));
    }

    private void pack(String prefix) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream output = new ZipOutputStream(file)) {
            for (Path path : Images.content(image).keySet()) {
                output.putNextEntry(new ZipEntry(prefix + path));
                Files.copy(image.resolve(path), output);
            }
        }
    }

    /** {@return the CRC-32 of each file that is packed, by its path in the image} */
    private Map<Path, Long> packed(String prefix) throws IOException {
        Map<Path, Long> content = new TreeMap<>();
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : packed.stream().toList()) {
                CRC32 crc = new CRC32();
                try (InputStream input = packed.getInputStream(entry)) {
                    crc.update(input.readAllBytes());
                }
                assertTrue(entry.getName().startsWith(prefix), entry.getName());
                content.put(Path.of(entry.getName().substring(prefix.length())), crc.getValue());
            }
        }
        return content;
    }
}
