package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A line that is longer than any reasonable name is truncated, and says so. */
class LongLineTest {
    /** Outside the Basic Multilingual Plane: a character of two {@code char}s, which must not be split. */
    private static final String CRAB = "\uD83E\uDD80";

    @Test
    void twoThousandCharactersAreNotTruncated() {
        assertEquals("    " + CRAB.repeat(2000), detail(CRAB.repeat(2000)));
    }

    @Test
    void aLongerLineIsTruncatedWithTheNumberOfOmittedCharacters() {
        assertEquals("    " + CRAB.repeat(2000) + "… and 1 characters more", detail(CRAB.repeat(2001)));
        assertEquals("    " + "x".repeat(2000) + "… and 98000 characters more", detail("x".repeat(100_000)));
    }

    @Test
    void theHeadlineIsTruncatedToo() {
        String text = DiagnosticRenderer.render(Diagnostic.error(DiagnosticId.NOT_BOUND, "x".repeat(3_000)));
        assertEquals("""
                [Heapwright/NotBound] %s… and 1000 characters more
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""".formatted("x".repeat(2_000)), text);
    }

    private static String detail(String text) {
        return DiagnosticRenderer.render(
                        Diagnostic.error(DiagnosticId.NOT_BOUND, "headline").withDetail(text))
                .lines()
                .toList()
                .get(1);
    }
}
