package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link NativeLibrary} has its own tests; these are about the libraries of each allocator. */
class NativeAllocatorTest {
    private static final ClassPath ALL = ClassPath.ofTheTests();
    private static final String ALLOCATED = """
            allocated 64
            allocated 1048576
            """;

    @TempDir
    private Path temporaryFiles;

    private Path directory;
    private ChildJvm jvm = ChildJvm.with();

    @BeforeEach
    void aDirectoryToExtractLibrariesTo() {
        directory = temporaryFiles.resolve("natives");
        jvm = ChildJvm.with("-D" + NativeLibrary.DIRECTORY_PROPERTY + "=" + directory)
                .withoutVariable("JE_MALLOC_CONF");
    }

    @ParameterizedTest
    @EnumSource
    void eightProgramsAtOnceEachAllocateWithoutAWarningAndOneFileIsLeft(NativeAllocator allocator) throws Exception {
        List<RunningJvm> programs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            programs.add(onClassPath(ALL).start(Allocate.class, allocator.type().getName()));
        }
        for (RunningJvm program : programs) {
            assertEquals(ALLOCATED, program.result().succeeded().printed());
        }
        assertEquals(1, extracted().size());
    }

    @ParameterizedTest
    @EnumSource
    void anAllocatorItsMemoryAndItsLibraryMayBeNamedModules(NativeAllocator allocator) throws Exception {
        ClassPath modules = ALL.with(
                ClassPath.resource(allocator.type()),
                ClassPath.resource(NativeLibrary.class),
                ClassPath.resource(Diagnostic.class),
                allocator.file());
        ClassPath others = ALL.with(ClassPath.resource(Allocate.class));
        assertEquals(4, modules.elements().size());
        assertEquals(1, others.elements().size());

        String printed = jvm.and("--module-path", modules.toString(), "--add-modules", allocator.module())
                .and("--enable-native-access=dev.heapwright.memory", "--class-path", others.toString())
                .run(Allocate.class, allocator.type().getName())
                .succeeded()
                .printed();

        assertEquals(ALLOCATED, printed);
    }

    @ParameterizedTest
    @EnumSource
    void ifTheLibraryIsMissingNothingIsAllocated(NativeAllocator allocator) throws Exception {
        assertEquals("""
                [Heapwright/NativeUnavailable] a native library's file is not on the class path
                    searched for %s""".formatted(allocator.file()), refusal(onClassPath(ALL.without(allocator.file())), allocator));
        assertEquals(List.of(), extracted());
    }

    @ParameterizedTest
    @EnumSource
    void aLibraryThatWasTamperedWithIsNotLoaded(NativeAllocator allocator) throws Exception {
        Path tampered = temporaryFiles.resolve("class-path").resolve(allocator.file());
        Files.createDirectories(tampered.getParent());
        Files.write(tampered, new byte[] {1, 2, 3});
        ClassPath first = new ClassPath(List.of(temporaryFiles.resolve("class-path")));

        assertEquals(
                """
                [Heapwright/NativeUnavailable] the file of a native library is not the one that its allocator was built with
                    %s
                    expected SHA-256  %s
                    found             039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81""".formatted(allocator.file(), allocator.list().get(allocator.file())),
                refusal(onClassPath(first.before(ALL)), allocator));
        assertEquals(List.of(), extracted());
    }

    @ParameterizedTest
    @EnumSource
    void anExtractionThatIsDamagedIsRepaired(NativeAllocator allocator) throws Exception {
        onClassPath(ALL).run(Allocate.class, allocator.type().getName()).succeeded();
        Path extracted = extracted().get(0);
        byte[] content = Files.readAllBytes(extracted);
        Files.write(extracted, new byte[100]);

        assertEquals(
                ALLOCATED,
                onClassPath(ALL)
                        .run(Allocate.class, allocator.type().getName())
                        .succeeded()
                        .printed());
        assertArrayEquals(content, Files.readAllBytes(extracted));
    }

    @ParameterizedTest
    @EnumSource
    void withoutNativeAccessNothingIsAllocated(NativeAllocator allocator) throws Exception {
        assertEquals("""
                [Heapwright/NativeUnavailable] this JVM denies native access to dev.heapwright.memory
                    which is in the unnamed module, on the class path""", refusal(jvm.and("--illegal-native-access=deny", "--class-path", ALL.toString()), allocator));
    }

    @ParameterizedTest
    @EnumSource
    void thereIsALibraryForEachPlatform(NativeAllocator allocator) throws Exception {
        assertEquals(
                List.of(
                        "freebsd/x64",
                        "linux/arm64",
                        "linux/ppc64le",
                        "linux/riscv64",
                        "linux/x64",
                        "macos/arm64",
                        "macos/x64",
                        "windows/arm64",
                        "windows/x64"),
                allocator.list().keySet().stream()
                        .map(file -> file.substring(NativeAllocator.FOLDER.length(), file.indexOf("/org/")))
                        .toList());
    }

    private ChildJvm onClassPath(ClassPath classPath) {
        return jvm.and("--enable-native-access=ALL-UNNAMED", "--class-path", classPath.toString());
    }

    /** The error messages, without the help. */
    private static String refusal(ChildJvm jvm, NativeAllocator allocator) throws Exception {
        String printed =
                jvm.run(Allocate.class, allocator.type().getName()).succeeded().printed();
        return printed.substring(0, printed.indexOf("\n  help: "));
    }

    /** Without the notes that something was verified. */
    private List<Path> extracted() throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith(".verified")).toList();
        }
    }
}
