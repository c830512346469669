package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap's own diagnostics look like all others, and like the examples on their pages. */
class DiagnosticsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void notBoundIsRenderedLikeAllDiagnosticsAndAsItsPageShows() throws Exception {
        try (Program program = Program.of()) {
            String message = message(program);
            assertEquals(
                    DiagnosticRenderer.render(
                            Diagnostic.error(DiagnosticId.NOT_BOUND, "no allocator is bound to this program's heap")
                                    .withHelp("""
                                    bind one in the program's build, and rebuild it:
                                    <plugin>
                                      <groupId>dev.heapwright</groupId>
                                      <artifactId>heapwright-maven-plugin</artifactId>
                                      <executions><execution><goals><goal>bind</goal><goal>check</goal></goals></execution></executions>
                                    </plugin>
                                    """)),
                    message);
            assertEquals(page(DiagnosticId.NOT_BOUND), message);
        }
    }

    @Test
    void boundTwiceIsRenderedLikeAllDiagnosticsAndAsItsPageShows() throws Exception {
        Path io = Program.glue(folder.resolve("io"), "com.acme.io.glue", "com.acme.io.PoolAllocator");
        Path app = Program.glue(folder.resolve("app"), "com.acme.app.glue", "com.acme.slab.SlabAllocator");
        try (Program program = Program.of(app, io)) {
            String message = message(program).replaceAll("file:\\S+", "file:…");
            assertEquals(
                    DiagnosticRenderer.render(
                            Diagnostic.error(
                                            DiagnosticId.BOUND_TWICE,
                                            "this program's heap has 2 bindings; exactly one is required")
                                    .withDetail(
                                            "com.acme.io.PoolAllocator 1.0 (linked explicitly) by com.acme.io.glue.Glue in file:…")
                                    .withDetail(
                                            "com.acme.slab.SlabAllocator 1.0 (linked explicitly) by com.acme.app.glue.Glue in file:…")
                                    .withHelp(
                                            "keep one: remove the artifacts that the others come from, or build those as libraries, without glue")),
                    message);
            assertEquals(page(DiagnosticId.BOUND_TWICE), message);
        }
    }

    @Test
    void heapExhaustedIsRenderedLikeAllDiagnosticsAndAsItsPageShows() throws IOException {
        String message = assertThrows(HeapExhaustedError.class, () -> Heap.allocate(RecordingBinding.TOO_LARGE, 16))
                .getMessage();
        assertEquals(
                DiagnosticRenderer.render(Diagnostic.error(
                                DiagnosticId.HEAP_EXHAUSTED,
                                "com.acme.PoolAllocator could not allocate 1099511627776 bytes aligned to 16")
                        .withHelp("free unused blocks, or give the process more memory; existing blocks are intact")),
                message);
        assertEquals(page(DiagnosticId.HEAP_EXHAUSTED), message);
    }

    @Test
    void theBindingsAdviceIsAnAdditionalLineOfTheHelp() {
        String message = assertThrows(
                        HeapExhaustedError.class,
                        () -> Heap.allocateZeroed(RecordingBinding.TOO_LARGE, RecordingBinding.LIMITED_ALIGN))
                .getMessage();
        assertEquals(
                DiagnosticRenderer.render(Diagnostic.error(
                                DiagnosticId.HEAP_EXHAUSTED,
                                "com.acme.PoolAllocator could not allocate 1099511627776 bytes aligned to 1048576")
                        .withHelp("""
                                free unused blocks, or give the process more memory; existing blocks are intact
                                a pool has 1099511627776 bytes, not 1099511627776
                                """)),
                message);
    }

    private static String message(Program program) throws ReflectiveOperationException {
        return program.call("binding").replaceFirst("^dev\\.heapwright\\.heap\\.BindingError: ", "");
    }

    /** {@return the message that a diagnostic's page shows} */
    static String page(DiagnosticId id) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "diagnostics", id + ".md"));
        assertEquals("# " + id, page.lines().findFirst().orElse(""));
        Matcher message =
                Pattern.compile("(?s)## Message\n.*?```text\n(.*?)\n```").matcher(page);
        assertTrue(message.find());
        return message.group(1);
    }
}
