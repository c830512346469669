package dev.heapwright.linker.report;

import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.diagnostics.DiagnosticPage;
import java.io.IOException;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The pages of the diagnostics, which travel in the plugin's jar, as HTML without links: a report leads nowhere. */
final class Explanation {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.clear();
                }
            })
            .build();

    private Explanation() {}

    /** {@return the page of a diagnostic} */
    static String of(DiagnosticId id) throws IOException {
        return html(DiagnosticPage.read(id));
    }

    /** {@return the HTML of a page} */
    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }
}
