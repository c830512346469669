package dev.heapwright.linker.report;

import static dev.heapwright.linker.tree.LinkedModules.POOL;
import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.binding;
import static dev.heapwright.linker.tree.LinkedModules.bound;
import static dev.heapwright.linker.tree.LinkedModules.consumer;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.Decision;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.tree.LinkedModules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class ModuleSectionTest {
    @Test
    void theDecisionAndItsReasonAreTold() throws Exception {
        String html = ModuleSection.of(example().linked(TO_POOL));
        assertEquals(List.of("com.acme:app"), texts(html, "//h2"));
        assertEquals(
                List.of(
                        "com.acme:app:1.0 is an application (configured), compiled for Java 17",
                        "bound to com.acme.Pool 1.2 (linked explicitly)"),
                texts(html, "//p"));
        assertEquals(List.of("outcome bound"), texts(html, "//p/@class"));
    }

    @Test
    void whatHasToDoWithAllocatorsIsDrawnAndTheRestIsCounted() throws Exception {
        String html = ModuleSection.of(example().linked(TO_POOL));
        assertEquals(
                List.of(
                        "artifact bound|com.acme:app:1.0|bound to: com.acme.Pool",
                        "artifact consumer|com.acme:heap:0.9|needs an allocator: dev.heapwright.heap",
                        "artifact consumer|com.acme:io:2.1|needs an allocator: com.acme.io",
                        "artifact allocator|com.acme:pool:1.2|allocator: com.acme.Pool"),
                boxes(html));
        assertEquals(List.of("1 unrelated artifact hidden"), texts(html, "//figcaption"));
        assertTrue(html.contains("com.acme:util:1.0"), html);
    }

    @Test
    void theWayToTheAllocatorStandsOut() throws Exception {
        String html = ModuleSection.of(example().linked(TO_POOL));
        assertEquals(3 + 3, texts(html, "//path").size());
        assertEquals(2, texts(html, "//path[@class = 'dependency binding']").size());
    }

    @Test
    void soDoesTheWayToADependencyThatIsBoundAlready() throws Exception {
        String html = ModuleSection.of(new LinkedModules()
                .dependency(bound("bound:4", POOL), "app:1.0")
                .dependency(consumer("io:2.1", "com.acme.io"), "app:1.0")
                .linked(new Decision.Adopt(binding(POOL), coordinates("bound:4"))));
        assertEquals(1, texts(html, "//path[@class = 'dependency binding']").size());
        assertEquals(1, texts(html, "//path[@class = 'dependency']").size());
    }

    @Test
    void thePathOfEachIsListed() throws Exception {
        String html = ModuleSection.of(example().linked(TO_POOL));
        assertEquals(
                List.of(
                        "the module itself",
                        "com.acme:app -> com.acme:heap:0.9",
                        "com.acme:app -> com.acme:io:2.1",
                        "com.acme:app -> com.acme:io:2.1 -> com.acme:pool:1.2"),
                texts(html, "//tr/td[2]"));
    }

    @Test
    void aProblemIsShownWithItsExplanation() throws Exception {
        String html = ModuleSection.of(new LinkedModules()
                .linked(new Decision.Refuse(
                        List.of(Diagnostic.error(DiagnosticId.TWO_ALLOCATORS, "com.acme:app links 2 allocators")))));
        assertEquals(List.of("outcome refused"), texts(html, "//p[. = 'refused, not bound']/@class"));
        assertEquals(List.of("""
                        [Heapwright/TwoAllocators] com.acme:app links 2 allocators
                          more: mvn heapwright:explain -Did=TwoAllocators"""), texts(html, "//div[@class = 'problem']/pre"));
        assertEquals(List.of("What TwoAllocators means"), texts(html, "//div/details/summary"));
        assertEquals(List.of("TwoAllocators"), texts(html, "//div/details/h1"));
    }

    @Test
    void ofSeveralProblemsOfAKindTheFirstIsExplained() throws Exception {
        Diagnostic problem = Diagnostic.error(DiagnosticId.TWO_ALLOCATORS, "com.acme:app links 3 allocators");
        String html = ModuleSection.of(new LinkedModules().linked(new Decision.Refuse(List.of(problem, problem))));
        assertEquals(2, texts(html, "//div[@class = 'problem']").size());
        assertEquals(1, texts(html, "//div/details").size());
    }

    @Test
    void nothingFromAJarBecomesMarkup() throws Exception {
        String hostile = "\"><script>alert(1)</script><img src='x'>";
        String html = ModuleSection.of(new LinkedModules()
                .dependency(consumer("io:2.1", hostile), "app:1.0")
                .linked(new Decision.Refuse(List.of(
                        Diagnostic.error(DiagnosticId.MARKER_MISMATCH, hostile).withDetail(hostile)))));
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertEquals("needs an allocator: " + hostile, texts(html, "//text").get(2));
    }

    @Test
    void aLongNameIsShortenedAndWholeInTheTip() throws Exception {
        String name = "com.acme." + "x".repeat(100);
        String html = ModuleSection.of(new LinkedModules()
                .dependency(consumer("io:2.1", name), "app:1.0")
                .linked(TO_POOL));
        assertEquals(
                "artifact consumer|com.acme:io:2.1|needs an allocator: com.acme." + "x".repeat(34) + "…",
                boxes(html).get(1));
        assertEquals(
                "com.acme:io:2.1; needs an allocator: " + name,
                texts(html, "//g/title").get(1));
    }

    /** {@return for each box its style and its lines} */
    private static List<String> boxes(String html) throws Exception {
        List<String> boxes = new ArrayList<>();
        List<String> styles = texts(html, "//g/@class");
        for (int i = 0; i < styles.size(); i++) {
            boxes.add(styles.get(i) + "|" + String.join("|", texts(html, "//g[" + (i + 1) + "]/text")));
        }
        return boxes;
    }

    /** {@return the texts of what an XPath expression selects: the section is XML, too} */
    private static List<String> texts(String html, String expression) throws Exception {
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        NodeList nodes = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        expression,
                        documents
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))),
                        XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
