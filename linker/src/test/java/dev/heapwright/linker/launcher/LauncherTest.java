package dev.heapwright.linker.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final Path LISTS = Javac.locationOf(ProcessAllocator.JEMALLOC.checksums());
    private static final Path LIBRARIES = Javac.locationOf(ProcessAllocator.JEMALLOC.resource(Machine.X64));
    static final Launcher JEMALLOC = new Launcher(ProcessAllocator.JEMALLOC, List.of(LISTS, LIBRARIES));
    private static final Launcher MIMALLOC = new Launcher(ProcessAllocator.MIMALLOC, List.of(LISTS, LIBRARIES));

    @TempDir
    private Path target;

    @Test
    void itHasALibraryForEachProcessor() throws Exception {
        Path folder = target.resolve("launcher");
        assertEquals(List.of("linux-arm64", "linux-ppc64le", "linux-riscv64", "linux-x64"), JEMALLOC.write(folder));
        assertEquals(
                List.of(
                        "heapwright-launch rwxr-xr-x",
                        "linux-arm64/libheapwright-jemalloc.so rwxr-xr-x",
                        "linux-ppc64le/libheapwright-jemalloc.so rwxr-xr-x",
                        "linux-riscv64/libheapwright-jemalloc.so rwxr-xr-x",
                        "linux-x64/libheapwright-jemalloc.so rwxr-xr-x"),
                files(folder));
    }

    @Test
    void itIsTheSameForTheSameClassPath() throws Exception {
        JEMALLOC.write(target.resolve("one"));
        JEMALLOC.write(target.resolve("other"));
        assertEquals(content(target.resolve("one")), content(target.resolve("other")));
    }

    @Test
    void norDoesItDependOnTimeZoneAndLanguage() throws Exception {
        JEMALLOC.write(target.resolve("one"));
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            // Digits of its own, and an i without a dot.
            for (String language : List.of("ar-EG-u-nu-arab", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                JEMALLOC.write(target.resolve(language));
                assertEquals(content(target.resolve("one")), content(target.resolve(language)));
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void anotherAllocatorsReplacesItAndFilesOfOthersAreKept() throws Exception {
        JEMALLOC.write(target);
        Files.writeString(target.resolve("readme"), "");
        Files.writeString(target.resolve("linux-x64/readme"), "");
        MIMALLOC.write(target);
        assertEquals(
                List.of(
                        "heapwright-launch",
                        "linux-arm64/libheapwright-mimalloc.so",
                        "linux-ppc64le/libheapwright-mimalloc.so",
                        "linux-riscv64/libheapwright-mimalloc.so",
                        "linux-x64/libheapwright-mimalloc.so",
                        "linux-x64/readme",
                        "readme"),
                List.copyOf(content(target).keySet()));
        Launcher.delete(target);
        assertEquals(
                List.of("linux-x64/readme", "readme"),
                List.copyOf(content(target).keySet()));
    }

    @Test
    void nothingIsLeftOfOneThatIsDeleted() throws Exception {
        Path folder = target.resolve("launcher");
        JEMALLOC.write(folder);
        Launcher.delete(folder);
        assertFalse(Files.exists(folder));
        Launcher.delete(folder);
    }

    @Test
    void withoutTheLibrariesItIsRefused() {
        Launcher launcher = new Launcher(ProcessAllocator.JEMALLOC, List.of(target));
        assertEquals("""
                [Heapwright/NotLinkable] the launcher cannot be made: the library of jemalloc for Linux is not on the class path
                    at launcher
                  help: depend on heapwright-heap, without excluding heapwright-allocators and heapwright-natives
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotLinkable""", refusal(launcher));
    }

    @Test
    void aLibraryThatIsNotTheAllocatorsIsRefusedAndNothingIsWritten() throws IOException {
        String path = ProcessAllocator.JEMALLOC.resource(Machine.ARM64);
        Path other = target.resolve("classes").resolve(path);
        Files.createDirectories(other.getParent());
        Files.writeString(other, "another");
        Launcher launcher =
                new Launcher(ProcessAllocator.JEMALLOC, List.of(target.resolve("classes"), LISTS, LIBRARIES));
        assertEquals(
                "[Heapwright/NotLinkable] the launcher cannot be made: " + path
                        + " is not the file with which heapwright-allocators was built",
                refusal(launcher).lines().findFirst().orElseThrow());
        assertFalse(Files.exists(target.resolve("launcher")));
    }

    private String refusal(Launcher launcher) {
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> launcher.write(target.resolve("launcher")));
        return DiagnosticRenderer.render(refused.diagnostics().get(0)).replace(target + "/", "");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + permissions(file))
                    .sorted()
                    .toList();
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                content.put(
                        folder.relativize(file).toString(),
                        Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
