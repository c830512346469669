package dev.heapwright.core.elf;

import dev.heapwright.testing.InstalledTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real files to read and edit. */
public final class ElfFiles {
    private ElfFiles() {}

    /** {@return the libraries and programs of the JDK that runs this test, which has such files on Linux} */
    static List<Path> ofJdk() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
        try (Stream<Path> files = Files.walk(home())) {
            return files.filter(Files::isRegularFile)
                    .filter(ElfFiles::isElf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the program {@code java}} */
    static byte[] launcher() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
        return bytes(home().resolve("bin/java"));
    }

    /** {@return a library that exports {@code je_malloc} and its like} */
    public static byte[] jemalloc() {
        return jemalloc("x64");
    }

    /** {@return the same for arm64, where its segments are aligned to 64 KiB} */
    public static byte[] jemallocForArm() {
        return jemalloc("arm64");
    }

    private static byte[] jemalloc(String processor) {
        try (InputStream library =
                ClassLoader.getSystemResourceAsStream("linux/" + processor + "/org/lwjgl/jemalloc/libjemalloc.so")) {
            return Objects.requireNonNull(library).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return readelf, if this machine has it; otherwise the test is skipped} */
    static InstalledTool readelf(String... options) {
        List<String> command = new ArrayList<>(List.of("readelf", "--wide"));
        command.addAll(List.of(options));
        Optional<InstalledTool> readelf = InstalledTool.find(command.toArray(String[]::new));
        Assumptions.assumeTrue(readelf.isPresent());
        return readelf.get();
    }

    private static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    private static boolean isElf(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(4);
            return start.length == 4 && start[0] == 0x7F && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
