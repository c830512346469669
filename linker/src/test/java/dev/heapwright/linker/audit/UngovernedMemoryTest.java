package dev.heapwright.linker.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.testing.RecordedLog;
import dev.heapwright.linker.tree.LinkedModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UngovernedMemoryTest {
    @TempDir
    private Path temporary;

    private final RecordedLog log = new RecordedLog();
    private Path baseline;

    @BeforeEach
    void nameBaseline() {
        baseline = temporary.resolve("audit/baseline.txt");
    }

    @Test
    void whatIsNotInTheBaselineFailsAndIsNamed() throws DiagnosticException, IOException {
        Baseline.of(audit("2.1", "com.acme.io.Chunks.grow")).write(baseline);
        check(Ungoverned.FAIL, audit("2.1", "com.acme.io.Chunks.grow"));
        DiagnosticException refused = assertThrows(
                DiagnosticException.class,
                () -> check(Ungoverned.FAIL, audit("2.2", "com.acme.io.Chunks.grow", "com.acme.io.Ring.open")));
        assertEquals(
                """
                [Heapwright/UngovernedMemory] com.acme:app takes native memory that nobody governs, in 1 place that is not in the baseline
                    at audit/baseline.txt
                    com.acme:io  direct buffers  com.acme.io.Ring.open
                  help: take it from the heap; or write the baseline again, by writeBaseline, and commit it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UngovernedMemory""", DiagnosticRenderer.render(refused.diagnostics().get(0)).replace(temporary + "/", ""));
        assertEquals(List.of(), log.lines());
    }

    @Test
    void itIsAWarningOrIgnored() throws DiagnosticException, IOException {
        ModuleAudit audit = audit("2.1", "com.acme.io.Chunks.grow", "com.acme.io.Ring.open");
        check(Ungoverned.IGNORE, audit);
        assertEquals(List.of(), log.lines());
        check(Ungoverned.WARN, audit);
        assertEquals(1, log.lines().size());
        assertEquals(
                "[Heapwright/UngovernedMemory] com.acme:app takes native memory that nobody governs, in 2 places that are not in"
                        + " the baseline",
                log.lines().get(0).lines().findFirst().orElseThrow());
    }

    @Test
    void whatIsGoneIsSaid() throws DiagnosticException, IOException {
        Baseline.of(audit("2.1", "com.acme.io.Chunks.grow", "com.acme.io.Ring.open"))
                .write(baseline);
        check(Ungoverned.FAIL, audit("2.2", "com.acme.io.Ring.open"));
        assertEquals(List.of("no longer there, but in baseline.txt: 1"), log.lines());
    }

    @Test
    void theBaselineIsATextWithoutVersions() throws IOException {
        Baseline.of(audit("2.1", "com.acme.io.Ring.open", "linux/x64/libio-2.1.so (malloc)"))
                .write(baseline);
        assertEquals("""
                # Native memory that nobody governs, written by the goal audit of Heapwright
                com.acme:io  direct buffers  com.acme.io.Ring.open
                com.acme:io  direct buffers  linux/x64/libio-*.so (malloc)
                """, Files.readString(baseline));
    }

    @Test
    void whatIsGovernedIsNotInTheBaseline() {
        TakenMemory zlib = new TakenMemory("zlib", Governor.PROCESS, List.of("com.acme.io.Chunks.pack"));
        TakenMemory unread = new TakenMemory("not read", Governor.UNKNOWN, List.of("com/acme/io/Damaged.class"));
        assertEquals(
                List.of("com.acme:io  not read  com/acme/io/Damaged.class"),
                Baseline.of(audit("2.1", zlib, unread)).lines());
    }

    private void check(Ungoverned ungoverned, ModuleAudit audit) throws DiagnosticException, IOException {
        new UngovernedMemory(baseline, ungoverned).check(audit, log);
    }

    static ModuleAudit audit(String version, String... places) {
        return audit(version, new TakenMemory("direct buffers", Governor.NOBODY, Arrays.asList(places)));
    }

    private static ModuleAudit audit(String version, TakenMemory... taken) {
        return new ModuleAudit(
                LinkedModules.example().linked(new Decision.NothingToLink("nothing here needs an allocator")),
                ProcessMode.NONE,
                List.of(new ModuleAudit.AuditedArtifact(
                        new Coordinates("com.acme", "io", version), Arrays.asList(taken), 0)));
    }
}
