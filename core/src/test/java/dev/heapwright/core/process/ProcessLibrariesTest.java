package dev.heapwright.core.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.elf.ElfFiles;
import dev.heapwright.core.elf.ElfRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLibrariesTest {
    private static final byte[] JEMALLOC = ElfFiles.jemalloc();
    private static final byte[] MIMALLOC = ProcessAllocatorTest.mimalloc();

    @TempDir
    private Path folder;

    @Test
    void eachLibraryForLinuxGetsOneBesideIt() throws IOException, ElfRefusedException {
        write("linux/x64/org/lwjgl/jemalloc/libjemalloc.so", JEMALLOC);
        write("linux/x64/org/lwjgl/mimalloc/libmimalloc.so", MIMALLOC);
        write("linux/arm64/org/lwjgl/jemalloc/libjemalloc.so", ElfFiles.jemallocForArm());
        write("linux/arm64/org/lwjgl/mimalloc/libmimalloc.so", MIMALLOC);
        write("macos/arm64/org/lwjgl/jemalloc/libjemalloc.dylib", new byte[0]);
        ProcessLibraries.main(new String[] {folder.toString()});
        assertEquals(
                List.of(
                        "linux/arm64/org/lwjgl/jemalloc/libheapwright-jemalloc.so",
                        "linux/arm64/org/lwjgl/mimalloc/libheapwright-mimalloc.so",
                        "linux/x64/org/lwjgl/jemalloc/libheapwright-jemalloc.so",
                        "linux/x64/org/lwjgl/mimalloc/libheapwright-mimalloc.so"),
                made());
        assertArrayEquals(
                ProcessAllocator.JEMALLOC.replacingMalloc(ElfFiles.jemallocForArm()),
                Files.readAllBytes(folder.resolve(made().get(0))));
        assertArrayEquals(
                ProcessAllocator.MIMALLOC.replacingMalloc(MIMALLOC), Files.readAllBytes(folder.resolve(made().get(3))));
        assertArrayEquals(JEMALLOC, Files.readAllBytes(folder.resolve("linux/x64/org/lwjgl/jemalloc/libjemalloc.so")));
    }

    /** Otherwise a release could lack it. */
    @Test
    void aLibraryThatIsMissingIsNotPassedOver() throws IOException {
        write("linux/x64/org/lwjgl/jemalloc/libjemalloc.so", JEMALLOC);
        assertThrows(NoSuchFileException.class, () -> ProcessLibraries.main(new String[] {folder.toString()}));
    }

    private List<String> made() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.contains("heapwright"))
                    .sorted()
                    .toList();
        }
    }

    private void write(String file, byte[] content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }
}
