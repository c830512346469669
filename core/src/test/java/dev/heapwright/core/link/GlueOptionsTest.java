package dev.heapwright.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlueOptionsTest {
    @Test
    void glueIsPlainIfNothingIsConfigured() throws DiagnosticException {
        assertEquals(GlueOptions.PLAIN, GlueOptions.of(false, false, null));
        assertEquals(GlueOptions.PLAIN, GlueOptions.of(false, false, " "));
        assertEquals(GlueOptions.CHECKED, GlueOptions.of(true, false, null));
        assertEquals(GlueOptions.OBSERVED, GlueOptions.of(false, true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "64k", "512m", "2G"})
    void aLimitImpliesObservedGlue(String limit) throws DiagnosticException {
        assertEquals(new GlueOptions(GlueMode.OBSERVED, limit), GlueOptions.of(false, false, limit));
    }

    @ParameterizedTest
    @CsvSource({
        "512 MB, ; did you mean 512m?",
        "512MiB, ; did you mean 512m?",
        "0.5g, ; did you mean 512m?",
        "1t, ; did you mean 1024g?",
        "1_000, ; did you mean 1000?",
        "0, ''",
        "much, ''",
        "-1, ''",
    })
    void aLimitThatIsNoNumberOfBytesIsRefused(String limit, String meant) {
        assertEquals("""
                [Heapwright/InvalidConfiguration] limit '%s' is not a number of bytes greater than 0%s
                  help: set limit to a number of bytes such as 64k, 512m or 1g, or leave it out
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(limit, meant), refusal(false, false, limit));
    }

    @Test
    void glueIsNotBothCheckedAndObserved() {
        assertEquals("""
                [Heapwright/InvalidConfiguration] checked and observed are both set; glue is either checked or observed
                  help: set checked for tests, in a profile or by a property, and observed for what is delivered
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""", refusal(true, true, null));
        assertEquals(
                "[Heapwright/InvalidConfiguration] checked and limit are both set; glue is either checked or observed",
                refusal(true, false, "1g").lines().findFirst().orElseThrow());
    }

    private static String refusal(boolean checked, boolean observed, @Nullable String limit) {
        return DiagnosticRenderer.render(
                assertThrows(DiagnosticException.class, () -> GlueOptions.of(checked, observed, limit))
                        .diagnostics()
                        .get(0));
    }
}
