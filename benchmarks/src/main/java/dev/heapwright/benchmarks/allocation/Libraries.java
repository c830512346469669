package dev.heapwright.benchmarks.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The library files of jemalloc and mimalloc, for subjects that do not use Heapwright. Linux on x86-64 only. */
final class Libraries {
    private Libraries() {}

    /** {@return the file that a library was extracted to; it is deleted when the JVM ends} */
    static Path extracted(String name) {
        String path = "/META-INF/heapwright-natives/linux/x64/org/lwjgl/" + name + "/lib" + name + ".so";
        try (InputStream library = Objects.requireNonNull(Libraries.class.getResourceAsStream(path), path)) {
            Path file = Files.createTempFile("lib" + name, ".so");
            file.toFile().deleteOnExit();
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
