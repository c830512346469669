package dev.heapwright.linker.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are replaced in a zip file, and all others are as they were. */
class ImageZipTest {
    private static final FileTime TIME = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    private Path folder;

    private Path zip;

    @BeforeEach
    void aZipFile() throws IOException {
        zip = folder.resolve("image.zip");
        try (FileSystem files = open()) {
            Files.createDirectories(files.getPath("bin"));
            write(files, "bin/java", "java".repeat(1000), "rwxr-xr-x");
            write(files, "bin/keytool", "keytool", "rwxr-xr-x");
            write(files, "lib/empty", "", "r--r--r--");
            write(files, "lib/modules", "modules", "rw-r--r--");
        }
    }

    @Test
    void filesAreReplacedAndAddedAndAllOthersAreKept() throws IOException {
        Map<String, String> expected = content(zip);
        replace(Map.of("bin/java", "linked".repeat(700), "lib/liballocator.so", "library"));
        expected.put("bin/java", "linked".repeat(700));
        expected.put("lib/liballocator.so", "library");
        assertEquals(expected, content(zip));
        assertEquals(expected, streamed(zip));
        assertEquals("rwxr-xr-x", permissions("bin/java"));
        assertEquals("rwxr-xr-x", permissions("lib/liballocator.so"));
        assertEquals("r--r--r--", permissions("lib/empty"));
    }

    @Test
    void whatIsReplacedKeepsItsTimeSoThatTheResultIsTheSameEachTime() throws IOException {
        byte[] original = Files.readAllBytes(zip);
        byte[] once = ImageZip.with(original, Map.of("bin/java", bytes("linked"), "lib/x.so", bytes("x")));
        assertArrayEquals(once, ImageZip.with(original, Map.of("lib/x.so", bytes("x"), "bin/java", bytes("linked"))));
        assertArrayEquals(once, ImageZip.with(once, Map.of("bin/java", bytes("linked"))));
        Files.write(zip, once);
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            assertEquals(TIME, packed.getEntry("bin/java").getLastModifiedTime());
        }
    }

    /** As {@code ZipOutputStream} writes them: their sizes follow the content. */
    @Test
    void entriesMayHaveTheirSizesBehindTheirContent() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream output = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"bin/java", "bin/ü", "lib/modules"}) {
                output.putNextEntry(new ZipEntry(name));
                output.write(bytes(name));
            }
        }
        Files.write(zip, ImageZip.with(bytes.toByteArray(), Map.of("bin/java", bytes("linked"))));
        Map<String, String> expected =
                new TreeMap<>(Map.of("bin/java", "linked", "bin/ü", "bin/ü", "lib/modules", "lib/modules"));
        assertEquals(expected, content(zip));
        assertEquals(expected, streamed(zip));
    }

    @Test
    void whatIsNoZipFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(zip);
        Map<String, byte[]> files = Map.of("bin/java", bytes("linked"));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(ZipException.class, () -> ImageZip.with(part, files), () -> "length " + part.length);
        }
        assertThrows(ZipException.class, () -> ImageZip.with(whole, Map.of("bin/none", bytes("linked"))));
    }

    private void replace(Map<String, String> files) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        files.forEach((name, text) -> content.put(name, bytes(text)));
        Files.write(zip, ImageZip.with(Files.readAllBytes(zip), content));
    }

    private FileSystem open() throws IOException {
        return FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()), Map.of("create", "true", "enablePosixFileAttributes", "true"));
    }

    private static void write(FileSystem files, String path, String content, String permissions) throws IOException {
        Path file = files.getPath(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Files.setLastModifiedTime(file, TIME);
    }

    private String permissions(String path) throws IOException {
        try (FileSystem files = open()) {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getPath(path)));
        }
    }

    /** {@return the files, as the directory has them} */
    private static Map<String, String> content(Path zip) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            for (ZipEntry entry :
                    packed.stream().filter(each -> !each.isDirectory()).toList()) {
                content.put(entry.getName(), text(packed.getInputStream(entry).readAllBytes()));
            }
        }
        return content;
    }

    /** {@return the files, as their own headers have them} */
    private static Map<String, String> streamed(Path zip) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipInputStream input = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                if (!entry.isDirectory()) {
                    content.put(entry.getName(), text(input.readAllBytes()));
                }
            }
        }
        return content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
