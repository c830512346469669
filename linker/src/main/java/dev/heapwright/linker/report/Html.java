package dev.heapwright.linker.report;

import dev.heapwright.diagnostic.PrintableText;

/** Escapes text for a page, so that nothing in it becomes an element or an attribute. */
final class Html {
    private Html() {}

    /** {@return one line, for the content of an element or the value of an attribute} */
    static String text(String text) {
        return PrintableText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
