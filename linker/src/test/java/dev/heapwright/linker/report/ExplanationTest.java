package dev.heapwright.linker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.DiagnosticId;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void thePageOfADiagnosticIsThere() throws Exception {
        String page = Explanation.of(DiagnosticId.TWO_ALLOCATORS);
        assertTrue(page.startsWith("<h4>TwoAllocators</h4>\n<p>A final artifact"), page);
        assertTrue(page.contains("<pre><code class=\"language-xml\">    &lt;dependency&gt;\n"), page);
    }

    @Test
    void itsLinksLeadNowhere() {
        assertEquals(
                "<p>see <a>NotBound</a> and <a>here</a></p>\n",
                Explanation.html("see [NotBound](NotBound.md) and [here](javascript:alert)"));
    }

    @Test
    void noHtmlIsTakenOver() {
        assertEquals("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n", Explanation.html("a <b>c</b>"));
    }

    @Test
    void itsHeadingsAreBelowThoseOfTheReport() {
        assertEquals("<h4>Leak</h4>\n<h5>Example</h5>\n", Explanation.html("# Leak\n\n## Example"));
    }
}
