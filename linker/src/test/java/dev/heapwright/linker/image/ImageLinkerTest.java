package dev.heapwright.linker.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.core.elf.ElfFile;
import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.elf.ProgramHeader;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.testing.ElfComplaints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of this JDK, linked to an allocator. */
class ImageLinkerTest {
    private static final ImageLinker JEMALLOC = new ImageLinker(ProcessAllocator.JEMALLOC, Images.CLASS_PATH);
    private static final ImageLinker MIMALLOC = new ImageLinker(ProcessAllocator.MIMALLOC, Images.CLASS_PATH);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Path image;

    @BeforeAll
    static void anImage() {
        Images.jlink(shared.resolve("runtime"));
    }

    @BeforeEach
    void aCopyOfIt() throws IOException {
        image = Images.copy(shared.resolve("runtime"), folder.resolve("image"));
    }

    @Test
    void aProgramOfALinkedImageTakesItsMemoryFromTheAllocator() throws Exception {
        assertFalse(version().contains("jemalloc statistics"));
        List<Path> linked = JEMALLOC.link(image);
        assertTrue(linked.contains(Path.of("bin/java")), linked.toString());
        assertTrue(version().contains("jemalloc statistics"), version());
        assertTrue(version().endsWith("exit status 0"), version());
    }

    @Test
    void soDoesOneThatIsLinkedToMimalloc() throws Exception {
        MIMALLOC.link(image);
        assertTrue(version().contains("reserved"), version());
        assertTrue(version().endsWith("exit status 0"), version());
    }

    @Test
    void allProgramsAndTheLibraryOfTheForeignFunctionApiNeedTheLibraryFirst() throws Exception {
        for (Path file : JEMALLOC.link(image)) {
            byte[] bytes = Files.readAllBytes(image.resolve(file));
            String needed = ElfFile.read(bytes).needed().get(0);
            assertTrue(needed.endsWith("libheapwright-jemalloc.so"), needed);
            assertTrue(Files.isSameFile(
                    image.resolve("lib/libheapwright-jemalloc.so"),
                    image.resolve(file).resolveSibling(needed.replace("$ORIGIN/", ""))));
            assertEquals(
                    ElfComplaints.about(
                            Files.readAllBytes(shared.resolve("runtime").resolve(file))),
                    ElfComplaints.about(bytes));
            assertTrue(Files.isExecutable(image.resolve(file)) || file.startsWith("lib"));
        }
    }

    @Test
    void withoutTheLibraryTheImageDoesNotStart() throws Exception {
        JEMALLOC.link(image);
        Files.delete(image.resolve("lib/libheapwright-jemalloc.so"));
        assertTrue(version().contains("libheapwright-jemalloc.so: cannot open shared object file"), version());
        assertTrue(version().endsWith("exit status 127"), version());
    }

    @Test
    void anImageCanBeMovedAndStartedByALink() throws Exception {
        JEMALLOC.link(image);
        image = Files.move(image, folder.resolve("moved"));
        Path link = Files.createSymbolicLink(folder.resolve("java"), image.resolve("bin/java"));
        String output = Images.run(link, "-version");
        assertTrue(output.contains("jemalloc statistics") && output.endsWith("exit status 0"), output);
    }

    @Test
    void aLinkedImageDoesNotDependOnTimeZoneAndLanguage() throws Exception {
        Path other = Images.copy(image, folder.resolve("other"));
        JEMALLOC.link(image);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            // Digits of its own.
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            JEMALLOC.link(other);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertEquals(Images.content(image), Images.content(other));
    }

    @Test
    void linkingTwiceIsLinkingOnce() throws Exception {
        List<Path> linked = JEMALLOC.link(image);
        Map<Path, String> state = Images.state(image);
        assertEquals(linked, JEMALLOC.link(image));
        assertEquals(state, Images.state(image));
    }

    @Test
    void anImageThatWasMadeAgainIsNoLongerLinked() throws Exception {
        JEMALLOC.link(image);
        assertEquals(Optional.empty(), JEMALLOC.problem(image));
        Files.delete(image.resolve("lib/libheapwright-jemalloc.so"));
        Files.copy(shared.resolve("runtime/bin/java"), image.resolve("bin/java"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                """
                [Heapwright/BrokenPackage] the image is no longer linked to jemalloc
                    at %s
                    missing or changed: lib/libheapwright-jemalloc.so
                    missing or changed: bin/java
                  help: have nothing change the image after link-image
                """.formatted(image).strip(),
                DiagnosticRenderer.render(JEMALLOC.problem(image).orElseThrow()).replaceAll("\n  more: .*", ""));
    }

    @Test
    void aLauncherAndItsRuntimeAreLinked() throws Exception {
        Path app = Images.jpackage(image, folder);
        List<Path> linked = JEMALLOC.link(app);
        assertTrue(linked.contains(Path.of("bin/app")), linked.toString());
        String output = Images.run(app.resolve("bin/app"));
        assertTrue(output.contains("started") && output.contains("jemalloc statistics"), output);
        Files.delete(app.resolve("lib/libheapwright-jemalloc.so"));
        assertFalse(Images.run(app.resolve("bin/app")).contains("started"));
    }

    @Test
    void anImageIsLinkedToOneAllocator() throws Exception {
        JEMALLOC.link(image);
        assertRefused(MIMALLOC, "it is linked to jemalloc already");
    }

    @Test
    void nothingIsChangedIfOneProgramCannotBeEdited() throws Exception {
        Path program = image.resolve("bin/zprogram");
        byte[] bytes = Files.readAllBytes(image.resolve("bin/java"));
        for (ProgramHeader segment : ElfFile.read(bytes).segments()) {
            int end = (int) (segment.offset() + segment.fileSize());
            if (segment.type() == ProgramHeader.LOAD && bytes[end] == 0) {
                bytes[end] = 1;
            }
        }
        Files.write(program, bytes);
        assertRefused(JEMALLOC, "bin/zprogram cannot be edited: it has no ");
    }

    @Test
    void anotherCLibraryIsRefused() throws Exception {
        Path java = image.resolve("bin/java");
        String bytes = Files.readString(java, StandardCharsets.ISO_8859_1);
        assumeTrue(bytes.contains("/lib64/ld-linux-x86-64.so.2"));
        Files.writeString(
                java,
                bytes.replace("/lib64/ld-linux-x86-64.so.2", "/lib/ld-musl-x86_64.so.1\0\0\0"),
                StandardCharsets.ISO_8859_1);
        assertRefused(JEMALLOC, "it is for another C library than glibc, as its dynamic linker is ");
    }

    @Test
    void theLibraryMustBeTheOneThatTheAllocatorWasBuiltWith() throws Exception {
        Path other = folder.resolve("other").resolve(ProcessAllocator.JEMALLOC.resource(Machine.X64));
        Files.createDirectories(other.getParent());
        Files.write(other, new byte[100]);
        assertRefused(
                new ImageLinker(ProcessAllocator.JEMALLOC, List.of(folder.resolve("other"), Images.CLASS_PATH.get(0))),
                JEMALLOC.allocator().resource(Machine.X64) + " is not the file with which ");
        assertRefused(new ImageLinker(ProcessAllocator.JEMALLOC, List.of()), "the library of jemalloc for linux/");
    }

    private void assertRefused(ImageLinker linker, String reason) throws Exception {
        Map<Path, String> state = Images.state(image);
        DiagnosticException refused = assertThrows(DiagnosticException.class, () -> linker.link(image));
        String headline = refused.diagnostics().get(0).headline();
        assertTrue(headline.startsWith("the image cannot be linked to an allocator: " + reason), headline);
        assertEquals(state, Images.state(image));
    }

    private String version() throws IOException, InterruptedException {
        return Images.run(image.resolve("bin/java"), "-version");
    }
}
