package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderedHeadlineTest {
    @Test
    void aRenderedHeadlineIsReadBack() {
        String text = DiagnosticRenderer.render(
                Diagnostic.error(DiagnosticId.LEAK, "3 blocks [of 64 bytes]").withHelp("free them"));
        assertEquals(
                Optional.of(new RenderedHeadline("Leak", "3 blocks [of 64 bytes]")),
                RenderedHeadline.parse(text.lines().findFirst().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Leak",
                " [Heapwright/Leak] text",
                "[Heapwright/] text",
                "[Heapwright/a b] text",
                "[Other/Leak] text"
            })
    void anotherLineIsNone(String line) {
        assertEquals(Optional.empty(), RenderedHeadline.parse(line));
    }
}
