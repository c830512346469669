package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.testing.ChildJvm;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The libraries that replace malloc do so for the JVM, its libraries, and our system allocator. */
class PreloadedMallocTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void aPreloadedLibraryServesMalloc(NativeAllocator allocator) throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        Path library = directory.resolve("libmalloc.so");
        String name = "libheapwright-" + allocator.library() + ".so";
        Path resource = Path.of(allocator.file()).resolveSibling(name);
        try (InputStream content = ClassLoader.getSystemResourceAsStream(resource.toString())) {
            Files.copy(Objects.requireNonNull(content, resource.toString()), library);
        }
        String printed = ChildJvm.with(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--class-path",
                        ClassPath.ofTheTests().toString())
                .withVariable("LD_PRELOAD", library.toString())
                .run(PrintServed.class, allocator.library())
                .succeeded()
                .printed();
        assertEquals("""
                Unsafe served
                allocateDirect served
                Arena served
                SystemAllocator served
                malloc_usable_size right
                """, printed);
    }
}
