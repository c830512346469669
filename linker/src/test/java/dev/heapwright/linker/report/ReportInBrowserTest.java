package dev.heapwright.linker.report;

import static dev.heapwright.linker.tree.LinkedModules.POOL;
import static dev.heapwright.linker.tree.LinkedModules.allocator;
import static dev.heapwright.linker.tree.LinkedModules.consumer;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.tree.LinkedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of the drawing. It is skipped where there is no Chromium; CI has one. */
class ReportInBrowserTest {
    /** Looks at the page after it was laid out, and writes what it has found into it. */
    private static final String INSPECTION = """
            <pre id="found"></pre>
            <script>
            const found = [];
            const at = element => element.getBoundingClientRect();
            const inside = (a, b) =>
                a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
            const boxes = [...document.querySelectorAll('svg g')];
            const paper = at(document.querySelector('svg'));
            for (const box of boxes) {
                const rect = at(box.querySelector('rect'));
                const name = box.querySelector('text').textContent;
                if (rect.width < 20 || rect.height < 10) found.push(name + ' cannot be seen');
                if (!inside(rect, paper)) found.push(name + ' is outside');
                for (const text of box.querySelectorAll('text')) {
                    if (!inside(at(text), rect)) found.push(text.textContent + ' is outside of its box');
                }
                for (const other of boxes) {
                    const to = at(other.querySelector('rect'));
                    if (other !== box && rect.left < to.right && to.left < rect.right
                            && rect.top < to.bottom && to.top < rect.bottom) {
                        found.push(name + ' overlaps ' + other.querySelector('text').textContent);
                    }
                }
            }
            found.push(boxes.length + ' boxes, ' + document.querySelectorAll('svg path.head').length + ' arrows');
            document.getElementById('found').textContent = found.join('\\n');
            </script>
            </body>
            """;

    private static final Pattern FOUND = Pattern.compile("(?s)<pre id=\"found\">(.*?)</pre>");

    @TempDir
    private Path temporary;

    @Test
    void theBoxesAreVisibleAndApartAndHoldTheirTexts() throws Exception {
        LinkedModule module = example()
                .dependency(
                        consumer(
                                "an-artifact-with-a-name-longer-than-most:1.0-rc-1",
                                "com.acme.subproject.storage.WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                                "com.acme.subproject.内存.分配器"),
                        "heap:0.9")
                .dependency(
                        allocator("slab:1.0", ClassName.topLevel("com.acme.SlabAllocator")),
                        "app:1.0",
                        "an-artifact-with-a-name-longer-than-most:1.0-rc-1")
                .linked(new Decision.Refuse(List.of(Diagnostic.error(
                        DiagnosticId.TWO_ALLOCATORS, POOL + " and another: " + coordinates("slab:1.0")))));
        String page = ReportPage.of("com.acme:app", List.of(ModuleSection.of(module)));
        assertEquals("6 boxes, 6 arrows", inspected(page));
    }

    @Test
    void whatWouldBeWrongIsFound() throws Exception {
        String page = ReportPage.of("com.acme:app", List.of("""
                        <svg width="200" height="100"><g><rect x="0" y="0" width="100" height="30"/><text y="20">a</text></g>
                        <g><rect x="50" y="20" width="300" height="5"/><text y="80">b</text></g></svg>
                        """));
        assertEquals("""
                a overlaps b
                b cannot be seen
                b is outside
                b is outside of its box
                b overlaps a
                2 boxes, 0 arrows""", inspected(page));
    }

    private String inspected(String page) throws Exception {
        Optional<Browser> browser = Browser.find();
        Assumptions.assumeTrue(
                browser.isPresent() && browser.get().runs(temporary),
                "no chromium runs on this machine: nobody has looked at the report");
        // A report runs no scripts: this copy of it may.
        String copy = page.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
                .replace("</body>\n", INSPECTION);
        Path file = Files.writeString(temporary.resolve("report.html"), copy);
        Matcher found = FOUND.matcher(browser.get().load(file, temporary));
        return found.find() ? found.group(1) : "nothing was loaded";
    }
}
