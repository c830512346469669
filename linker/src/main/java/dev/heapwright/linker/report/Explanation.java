package dev.heapwright.linker.report;

import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.diagnostics.DiagnosticPage;
import java.io.IOException;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The pages of the diagnostics, which travel in the plugin's jar, as HTML: without links, which would lead out of the
 * report, and with headings below that of the problem.
 */
final class Explanation {
    private static final int PROBLEM_LEVEL = 3;

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.clear();
                }
            })
            .build();
    private static final Parser PARSER =
            Parser.builder().postProcessor(Explanation::withLowerHeadings).build();

    private Explanation() {}

    /** {@return the page of a diagnostic} */
    static String of(DiagnosticId id) throws IOException {
        return html(DiagnosticPage.read(id));
    }

    /** {@return the HTML of a page} */
    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static Node withLowerHeadings(Node page) {
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(PROBLEM_LEVEL + heading.getLevel());
            }
        });
        return page;
    }
}
