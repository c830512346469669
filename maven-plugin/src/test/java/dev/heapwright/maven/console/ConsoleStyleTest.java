package dev.heapwright.maven.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.Severity;
import dev.heapwright.diagnostic.TextStyle;
import java.util.Properties;
import org.apache.maven.shared.utils.logging.MessageUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleStyleTest {
    private final boolean coloured = MessageUtils.isColorEnabled();

    @AfterEach
    void restore() {
        MessageUtils.setColorEnabled(coloured);
    }

    @Test
    void arrowsAreUsedIfTheOutputHasThem() {
        assertEquals(" → ", style("UTF-8", false).arrow());
        assertEquals(" -> ", style("US-ASCII", false).arrow());
        assertEquals(" -> ", style("ISO-8859-1", false).arrow());
    }

    @Test
    void asciiOnlyIsUsedIfConfigured() {
        assertEquals(" -> ", style("UTF-8", true).arrow());
        assertEquals("...", style("UTF-8", true).ellipsis());
    }

    @Test
    void withoutColoursNothingIsHighlighted() {
        MessageUtils.setColorEnabled(false);
        assertEquals("[id]", style("UTF-8", false).id().apply("[id]"));
        assertEquals("help:", style("UTF-8", false).label().apply("help:"));
    }

    @Test
    void withColoursTheIdAndTheLabelsAreHighlighted() {
        MessageUtils.setColorEnabled(true);
        String error =
                ConsoleStyle.of(new Properties(), true, Severity.ERROR).id().apply("[id]");
        String warning =
                ConsoleStyle.of(new Properties(), true, Severity.WARNING).id().apply("[id]");
        assertTrue(error.contains("\u001b[1;31m") && error.contains("[id]"), error);
        assertTrue(warning.contains("\u001b[1;33m") && warning.contains("[id]"), warning);
        assertTrue(style("UTF-8", true).label().apply("help:").startsWith("\u001b["));
    }

    private static TextStyle style(String encoding, boolean ascii) {
        Properties system = new Properties();
        system.setProperty("stdout.encoding", encoding);
        return ConsoleStyle.of(system, ascii, Severity.ERROR);
    }
}
