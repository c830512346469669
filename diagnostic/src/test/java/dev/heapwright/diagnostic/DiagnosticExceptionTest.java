package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticExceptionTest {
    @Test
    void theMessageIsTheRenderedDiagnostics() {
        List<Diagnostic> diagnostics = List.of(
                Diagnostic.error(DiagnosticId.UNREADABLE_ARTIFACT, "pool.jar cannot be read"),
                Diagnostic.error(DiagnosticId.MARKER_MISMATCH, "io.jar has no class com.acme.Io"));
        DiagnosticException refused = new DiagnosticException(diagnostics);
        assertEquals(diagnostics, refused.diagnostics());
        assertEquals("""
                [Heapwright/UnreadableArtifact] pool.jar cannot be read
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact
                [Heapwright/MarkerMismatch] io.jar has no class com.acme.Io
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""", refused.getMessage());
    }
}
