package dev.heapwright.core.link;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.heapwright.diagnostic.DiagnosticRenderer;

/** Asserts that a module is refused, comparing the whole text that its user reads. */
final class Refused {
    private Refused() {}

    static void assertRefused(String text, Decision decision) {
        assertEquals(
                text,
                assertInstanceOf(Decision.Refuse.class, decision).problems().stream()
                        .map(DiagnosticRenderer::render)
                        .collect(joining("\n\n")));
    }
}
