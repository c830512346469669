package dev.heapwright.linker.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.DiagnosticException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectedKindTest {
    private static final KindEvidence LIBRARY = new KindEvidence(Kind.LIBRARY, "its packaging is klib");
    private static final KindEvidence BUNDLE = new KindEvidence(Kind.BUNDLE, "shade is configured");
    private static final KindEvidence APPLICATION = new KindEvidence(Kind.APPLICATION, "a main class is configured");
    private static final KindEvidence HOSTED = new KindEvidence(Kind.HOSTED, "its packaging is war");

    @Test
    void aHostTakesPrecedenceThenAMainClassThenAFatJar() throws Exception {
        assertEquals("hosted (its packaging is war)", detected(LIBRARY, BUNDLE, APPLICATION, HOSTED));
        assertEquals("application (a main class is configured)", detected(LIBRARY, BUNDLE, APPLICATION));
        assertEquals("bundle (shade is configured)", detected(LIBRARY, BUNDLE));
        assertEquals("library (its packaging is klib)", detected(LIBRARY));
    }

    @Test
    void ofTwoForOneKindTheFirstIsTheReason() throws Exception {
        KindEvidence other = new KindEvidence(Kind.APPLICATION, "exec.mainClass is set");
        assertEquals("application (exec.mainClass is set)", detected(other, APPLICATION));
    }

    @Test
    void aConfiguredKindTakesPrecedenceOverAllEvidence() throws Exception {
        assertEquals(
                "library (configured)",
                DetectedKind.of(" library ", List.of(HOSTED)).toString());
        assertEquals(
                "hosted (its packaging is war)",
                DetectedKind.of(" ", List.of(HOSTED)).toString());
    }

    @Test
    void withoutEvidenceALibraryIsOnlyAssumed() throws Exception {
        assertEquals(
                new DetectedKind(Kind.LIBRARY, "no main class is configured", true, List.of()),
                DetectedKind.of(null, List.of()));
        assertEquals(false, DetectedKind.of(null, List.of(LIBRARY)).assumed());
    }

    @Test
    void anUnknownKindIsReportedWithTheNearest() {
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> DetectedKind.of("aplication", List.of(HOSTED)));
        assertEquals(
                "unknown kind 'aplication'; did you mean application?",
                refused.diagnostics().get(0).headline());
    }

    private static String detected(KindEvidence... evidence) throws DiagnosticException {
        return DetectedKind.of(null, List.of(evidence)).toString();
    }
}
