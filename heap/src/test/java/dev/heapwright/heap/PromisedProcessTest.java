package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.memory.ProcessMalloc;
import dev.heapwright.memory.ProcessMalloc.Known;
import dev.heapwright.memory.ProcessMalloc.Origin;
import dev.heapwright.memory.ProcessMalloc.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is not as promised is refused, as the pages of the two problems in docs/diagnostics show. */
class PromisedProcessTest {
    private static final Path C_LIBRARY = Path.of("/usr/lib/libc.so.6");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path image;

    @BeforeEach
    void anImage() throws IOException {
        Files.createDirectories(image.resolve("lib/runtime/lib"));
    }

    @Test
    void nothingIsAskedIfNothingWasPromised() {
        assertEquals(Optional.empty(), PromisedProcess.broken(image.toFile(), () -> fail("malloc was looked up")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libheapwright-jemalloc.so", "libheapwright-mimalloc.so"})
    void aLinkedProcessIsAsPromised(String name) throws IOException {
        Path library = library(name);
        ProcessMalloc linked =
                new Known(Origin.LINKED, image.resolve("bin/../lib").resolve(name), Optional.empty());
        Files.createDirectories(image.resolve("bin"));
        assertEquals(Optional.empty(), PromisedProcess.broken(image.toFile(), () -> linked));
        // An image of jpackage, whose Java is further below.
        assertEquals(
                Optional.empty(),
                PromisedProcess.broken(library.resolveSibling("runtime").toFile(), () -> linked));
    }

    @Test
    void whatIsUnknownIsNoBreach() throws IOException {
        library("libheapwright-jemalloc.so");
        assertEquals(Optional.empty(), PromisedProcess.broken(image.toFile(), () -> new Unknown("Java 17")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lib/runtime"})
    void aProcessWithTheMallocOfTheCLibraryIsNotLinked(String java) throws Exception {
        library("libheapwright-jemalloc.so");
        ProcessMalloc plain = new Known(Origin.C_LIBRARY, C_LIBRARY, Optional.empty());
        assertEquals(DiagnosticsTest.page(DiagnosticId.PROCESS_NOT_LINKED), message(image.resolve(java), plain));
    }

    @Test
    void aProcessThatIsLinkedInPartIsNotLinked() throws IOException {
        Path library = library("libheapwright-jemalloc.so");
        ProcessMalloc half = new Known(Origin.LINKED, library, Optional.of(C_LIBRARY));
        assertEquals("""
                [Heapwright/ProcessNotLinked] this process does not use the allocator that its image is linked to
                    linked to  /app/lib/libheapwright-jemalloc.so
                    malloc is  mixed: /app/lib/libheapwright-jemalloc.so (linked), but /usr/lib/libc.so.6 through the FFM API
                  help: start it with a program of the image; if one of them was replaced, make the image again
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ProcessNotLinked""", message(image, half));
    }

    @Test
    void anotherLibraryThatIsPreloadedIsTheSecond() throws Exception {
        Path library = library("libheapwright-jemalloc.so");
        ProcessMalloc two = new Known(Origin.PRELOADED, Path.of("/usr/lib/libjemalloc.so.2"), Optional.of(library));
        assertEquals(DiagnosticsTest.page(DiagnosticId.PROCESS_TWICE), message(image, two));
    }

    private Path library(String name) throws IOException {
        return Files.createFile(image.resolve("lib").resolve(name));
    }

    private String message(Path java, ProcessMalloc process) {
        return PromisedProcess.broken(java.toFile(), () -> process)
                .orElseThrow()
                .getMessage()
                .replace(image.toString(), "/app");
    }
}
