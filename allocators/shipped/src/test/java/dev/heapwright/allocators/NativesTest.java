package dev.heapwright.allocators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.system.SystemAllocator;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged libraries are exactly those whose checksums are in this repository. */
class NativesTest {
    private static final String FOLDER = "META-INF/heapwright-natives";

    @Test
    void eachLibraryHasTheListedChecksum() throws Exception {
        Map<String, String> listed = new TreeMap<>(listed("jemalloc"));
        listed.putAll(listed("mimalloc"));
        listed.putAll(listed("jemalloc-process"));
        listed.putAll(listed("mimalloc-process"));
        assertEquals(listed, packaged());
    }

    private static Map<String, String> listed(String library) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (InputStream list = SystemAllocator.class.getResourceAsStream("/" + FOLDER + "/" + library + ".sha256")) {
            new String(Objects.requireNonNull(list, library).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> files.put(line.substring(66), line.substring(0, 64)));
        }
        return files;
    }

    private static Map<String, String> packaged() throws IOException, NoSuchAlgorithmException {
        Path location = Javac.locationOf("META-INF/licenses/jemalloc.txt");
        if (Files.isDirectory(location)) {
            return hashes(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return hashes(jar.getPath("/"));
        }
    }

    private static Map<String, String> hashes(Path root) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve(FOLDER))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }
}
