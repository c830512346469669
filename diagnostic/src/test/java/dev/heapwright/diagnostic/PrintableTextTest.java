package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** {@link DiagnosticRendererTest} and {@link LongLineTest} test the rest. */
class PrintableTextTest {
    @Test
    void terminalControlCharactersArePrintedAsQuestionMarks() {
        assertEquals("com.acme.?[31mPool??", PrintableText.of("com.acme.\u001B[31mPool\r\n"));
    }

    @Test
    void readableTextIsUnchanged() {
        assertEquals("com.acme.Größe <&\"> 内存 🦀", PrintableText.of("com.acme.Größe <&\"> 内存 🦀"));
    }
}
