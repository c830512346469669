package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The libraries that replace malloc do so for the JVM, its libraries, our system allocator, and the heap. */
class PreloadedMallocTest {
    @TempDir
    private Path directory;

    private ChildJvm jvm = ChildJvm.with();

    @BeforeEach
    void aProgramOnLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        jvm = ChildJvm.with(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + NativeLibrary.DIRECTORY_PROPERTY + "=" + directory.resolve("natives"),
                "--class-path",
                ClassPath.ofTheTests().toString());
    }

    @ParameterizedTest
    @EnumSource
    void aPreloadedLibraryServesMalloc(NativeAllocator allocator) throws Exception {
        Path library = ProcessLibraryFile.extract(allocator, directory);
        assertEquals("""
                Unsafe served
                allocateDirect served
                Arena served
                SystemAllocator served
                malloc_usable_size right
                """, printedWith(library, PrintServed.class, allocator));
    }

    @ParameterizedTest
    @EnumSource
    void theHeapOfThatAllocatorUsesItAndLoadsNoSecondCopy(NativeAllocator allocator) throws Exception {
        Path library = ProcessLibraryFile.extract(allocator, directory);
        assertEquals("""
                64 bytes of the process's
                1000000 bytes of the process's
                %s
                """.formatted(library.getFileName()), printedWith(library, PrintSharedHeap.class, allocator));
        assertFalse(Files.exists(directory.resolve("natives")), "nothing is extracted");
    }

    /** Their functions have the same names, and each must call its own. */
    @ParameterizedTest
    @EnumSource
    void aLibraryOfAnotherBuildIsNotSharedAndDoesNotInterfere(NativeAllocator allocator) throws Exception {
        Path library = ProcessLibraryFile.extract(allocator, directory);
        // Nothing reads what is behind the end of an ELF file.
        Files.write(library, new byte[1], StandardOpenOption.APPEND);
        List<String> printed =
                printedWith(library, PrintSharedHeap.class, allocator).lines().toList();
        assertEquals("1000000 bytes of its own", printed.get(1));
        assertEquals(4, printed.size(), printed.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theHeapSaysThatItIsPreloadedAndThatJavaCodeFindsAnother(NativeAllocator allocator) throws Exception {
        Path library = ProcessLibraryFile.extract(allocator, directory);
        String printed = printedWith(library, PrintProcess.class, allocator);
        assertTrue(
                printed.matches(
                        "mixed: \\Q" + library + "\\E \\(preloaded\\), but /\\S+/libc\\.so\\.6 through the FFM API\n"),
                printed);
    }

    private String printedWith(Path library, Class<?> program, NativeAllocator allocator) throws Exception {
        return jvm.withVariable("LD_PRELOAD", library.toString())
                .run(program, allocator.name())
                .succeeded()
                .printed();
    }
}
