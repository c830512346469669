package dev.heapwright.linker.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.testing.RecordedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditOutputTest {
    private static final ModuleAudit AUDIT = UngovernedMemoryTest.audit("2.1", "com.acme.io.Chunks.grow");

    @TempDir
    private Path temporary;

    private final RecordedLog log = new RecordedLog();

    @Test
    void withoutAFileItIsASingleMessageOfTheLog() throws Exception {
        output(Optional.empty(), Ungoverned.IGNORE, false).write(AUDIT, log);
        assertEquals(List.of("\n" + AuditFormat.JSON.render(AUDIT)), log.lines());
    }

    @Test
    void aFileIsWrittenWithItsFolder() throws Exception {
        Path file = temporary.resolve("new/audit.json");
        output(Optional.of(file), Ungoverned.IGNORE, false).write(AUDIT, log);
        assertEquals(AuditFormat.JSON.render(AUDIT), Files.readString(file));
        assertEquals(List.of("audit written to " + file), log.lines());
    }

    @Test
    void whatFailsIsShownBefore() {
        AuditOutput failing = output(Optional.empty(), Ungoverned.FAIL, false);
        DiagnosticException refused = assertThrows(DiagnosticException.class, () -> failing.write(AUDIT, log));
        assertEquals(
                DiagnosticId.UNGOVERNED_MEMORY, refused.diagnostics().get(0).id());
        assertEquals(1, log.lines().size());
    }

    @Test
    void theBaselineIsWrittenInsteadOfComparedWith() throws Exception {
        output(Optional.empty(), Ungoverned.FAIL, true).write(AUDIT, log);
        assertEquals("baseline written to " + baseline(), log.lines().get(1));
        output(Optional.empty(), Ungoverned.FAIL, false).write(AUDIT, log);
        assertEquals(Baseline.of(AUDIT), Baseline.read(baseline()));
    }

    private AuditOutput output(Optional<Path> file, Ungoverned ungoverned, boolean writeBaseline) {
        return new AuditOutput(AuditFormat.JSON, file, baseline(), ungoverned, writeBaseline);
    }

    private Path baseline() {
        return temporary.resolve("baseline.txt");
    }
}
