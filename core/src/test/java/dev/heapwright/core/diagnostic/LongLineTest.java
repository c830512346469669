package dev.heapwright.core.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A line that is longer than any name people give is cut off, and says so. */
class LongLineTest {
    /** Not of the Basic Multilingual Plane: a character that takes up two {@code char}s and must not be halved. */
    private static final String CRAB = "\uD83E\uDD80";

    @Test
    void aLineOfTwoThousandCharactersIsWhole() {
        assertEquals("    " + CRAB.repeat(1996), detail(CRAB.repeat(1996)));
    }

    @Test
    void aLongerLineIsCutOffWithTheCountOfWhatIsMissing() {
        assertEquals("    " + CRAB.repeat(1996) + "… and 1 characters more", detail(CRAB.repeat(1997)));
        assertEquals("    " + "x".repeat(1996) + "… and 98004 characters more", detail("x".repeat(100_000)));
    }

    @Test
    void theHeadlineIsCutOffToo() {
        String text = DiagnosticRenderer.render(Diagnostic.error(DiagnosticId.NOT_BOUND, "x".repeat(3_000)));
        assertEquals("""
                [Heapwright/NotBound] %s… and 1022 characters more
                  more: mvn heapwright:explain -Did=NotBound""".formatted("x".repeat(1_978)), text);
    }

    private static String detail(String text) {
        return DiagnosticRenderer.render(
                        Diagnostic.error(DiagnosticId.NOT_BOUND, "headline").withDetail(text))
                .lines()
                .toList()
                .get(1);
    }
}
