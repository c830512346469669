package dev.heapwright.linker.report;

import static dev.heapwright.linker.report.Xml.texts;
import static dev.heapwright.linker.tree.LinkedModules.APP;
import static dev.heapwright.linker.tree.LinkedModules.POOL;
import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.allocator;
import static dev.heapwright.linker.tree.LinkedModules.available;
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
import dev.heapwright.linker.artifact.PassedOver;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.LinkedModules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleSectionTest {
    private static final Decision NOTHING = new Decision.NothingToLink("nothing here needs an allocator");

    @Test
    void theDecisionAndItsReasonComeFirst() throws Exception {
        ModuleSection section = ModuleSection.of(example().linked(TO_POOL));
        assertEquals(Outcome.BOUND, section.outcome());
        assertEquals(List.of("com.acme:app"), texts(section.html(), "//h2"));
        assertEquals(
                List.of(
                        "bound to com.acme.Pool 1.2 (linked explicitly)",
                        "com.acme:app:1.0 is an application (configured), compiled for Java 17"),
                texts(section.html(), "/section/p"));
        assertEquals(List.of("outcome bound"), texts(section.html(), "/section/p[1]/@class"));
    }

    @Test
    void whatWasPassedOverFollowsTheDecision() throws Exception {
        assertEquals(
                List.of(
                        "not bound: nothing here needs an allocator",
                        "passed over: com.acme:pool:1.2 (scope test)",
                        "com.acme:app:1.0 is an application (configured), compiled for Java 17"),
                texts(
                        html(new LinkedModules()
                                .passedOver(new PassedOver(coordinates("pool:1.2"), "scope test"))
                                .linked(NOTHING)),
                        "/section/p"));
    }

    @Test
    void theArtifactsAreCounted() throws Exception {
        assertEquals(
                List.of("5 artifacts, 1 with an allocator, 2 needing one"),
                texts(html(example().linked(TO_POOL)), "/section/details/summary"));
        assertEquals(
                List.of("1 artifact, 0 with an allocator, 0 needing one"),
                texts(html(new LinkedModules().linked(NOTHING)), "/section/details/summary"));
    }

    @Test
    void whatIsNotBoundIsFolded() throws Exception {
        assertEquals(List.of(""), texts(html(example().linked(TO_POOL)), "/section/details/@open"));
        assertEquals(List.of(), texts(html(example().linked(NOTHING)), "/section/details/@open"));
    }

    @Test
    void eachAllocatorIsListedWithThePathToItAndWhoElseDependsOnIt() throws Exception {
        String html = html(example()
                .dependency(available(coordinates("along:0.9")), "heap:0.9")
                .edges(coordinates("pool:1.2"), "heap:0.9", "util:1.0")
                .linked(TO_POOL));
        assertEquals(
                List.of(
                        "linked allocator: com.acme.Pool com.acme:app:1.0 → com.acme:heap:0.9 → com.acme:pool:1.2"
                                + " also a dependency of com.acme:io:2.1, com.acme:util:1.0",
                        "available: jemalloc, mimalloc, system com.acme:app:1.0 → com.acme:heap:0.9 → com.acme:along:0.9"),
                texts(html, "//div[h3 = 'Allocators']//li"));
    }

    @Test
    void anAllocatorOfTheModuleItselfIsAtTheStartOfAllPaths() throws Exception {
        String html = html(
                new LinkedModules().self(allocator("app:1.0", POOL)).linked(new Decision.Link(POOL, APP, "its own")));
        assertEquals(
                List.of("linked allocator: com.acme.Pool bound to: com.acme.Pool com.acme:app:1.0"),
                texts(html, "//div[h3 = 'Allocators']//li"));
    }

    @Test
    void aDependencyThatIsBoundBringsItsAllocator() throws Exception {
        String html = html(new LinkedModules()
                .dependency(bound("bound:4", POOL), "app:1.0")
                .dependency(allocator("pool:1.2", POOL), "bound:4")
                .linked(new Decision.Adopt(binding(POOL), coordinates("bound:4"))));
        assertEquals(
                List.of(
                        "linked bound to: com.acme.Pool com.acme:app:1.0 → com.acme:bound:4",
                        "allocator: com.acme.Pool com.acme:app:1.0 → com.acme:bound:4 → com.acme:pool:1.2"),
                texts(html, "//div[h3 = 'Allocators']//li"));
    }

    @Test
    void whatNeedsAnAllocatorIsListedWithItsPath() throws Exception {
        assertEquals(
                List.of(
                        "needs an allocator: dev.heapwright.heap com.acme:app:1.0 → com.acme:heap:0.9",
                        "needs an allocator: com.acme.io com.acme:app:1.0 → com.acme:io:2.1"),
                texts(html(example().linked(TO_POOL)), "//div[h3 = 'Needs an allocator']//li"));
    }

    @Test
    void aLongListIsFolded() throws Exception {
        LinkedModules modules = new LinkedModules();
        for (int i = 0; i < 11; i++) {
            modules.dependency(consumer("io-" + i + ":1", "com.acme.io"), "app:1.0");
        }
        String html = html(modules.linked(TO_POOL));
        assertEquals(
                List.of("11 artifacts"), texts(html, "//div[h3 = 'Needs an allocator']/details[not(@open)]/summary"));
        assertEquals(List.of("Needs an allocator", "Runtime dependencies"), texts(html, "//h3"));
    }

    @Test
    void aProblemIsShownAsTheBuildPrintsItWithItsExplanation() throws Exception {
        ModuleSection section = ModuleSection.of(new LinkedModules()
                .linked(new Decision.Refuse(
                        List.of(Diagnostic.error(DiagnosticId.TWO_ALLOCATORS, "com.acme:app links 2 allocators")
                                .withDetail("com.acme.Pool  via com.acme:app -> com.acme:pool:1")))));
        String html = section.html();
        assertEquals(Outcome.REFUSED, section.outcome());
        assertEquals(List.of("outcome refused"), texts(html, "//p[. = 'refused, not bound']/@class"));
        assertEquals(
                List.of("[Heapwright/TwoAllocators] com.acme:app links 2 allocators"),
                texts(html, "//div[@class = 'problem error']/h3"));
        assertTrue(html.contains("""
                <pre><span>    com.acme.Pool  via com.acme:app → com.acme:pool:1
                </span><span>  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators
                </span></pre>"""), html);
        assertEquals(List.of("What TwoAllocators means"), texts(html, "//div/details[not(@open)]/summary"));
        assertEquals(List.of("TwoAllocators"), texts(html, "//div/details/h4"));
    }

    @Test
    void ofSeveralProblemsOfAKindTheFirstIsExplained() throws Exception {
        Diagnostic problem = Diagnostic.error(DiagnosticId.TWO_ALLOCATORS, "com.acme:app links 3 allocators");
        String html = html(new LinkedModules().linked(new Decision.Refuse(List.of(problem, problem))));
        assertEquals(2, texts(html, "//div[@class = 'problem error']").size());
        assertEquals(1, texts(html, "//details[@class = 'explanation']").size());
    }

    @Test
    void aWarningIsShownBesideTheDecision() throws Exception {
        LinkedModule module = example().linked(TO_POOL);
        ModuleSection section = ModuleSection.of(new LinkedModule(
                module.kind(),
                module.release(),
                module.closure(),
                module.decision(),
                List.of(Diagnostic.warning(DiagnosticId.LIBRARY_IMPOSES_ALLOCATOR, "library imposes an allocator"))));
        assertEquals(Outcome.BOUND, section.outcome());
        assertEquals(
                List.of("[Heapwright/LibraryImposesAllocator] library imposes an allocator"),
                texts(section.html(), "//div[@class = 'problem warning']/h3"));
    }

    @Test
    void nothingFromAJarBecomesMarkup() throws Exception {
        String hostile = "\"><script>alert(1)</script><img src='x'>";
        String html = html(new LinkedModules()
                .dependency(consumer("io:2.1'&", hostile), "app:1.0")
                .linked(new Decision.Refuse(List.of(
                        Diagnostic.error(DiagnosticId.MARKER_MISMATCH, hostile).withDetail(hostile)))));
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertEquals(
                List.of("needs an allocator: " + hostile),
                texts(html, "//div[h3 = 'Needs an allocator']//li/span[@class = 'role consumer']"));
        assertEquals(
                "com.acme:app:1.0/com.acme:io:2.1'&", texts(html, "//span/@id").get(1));
    }

    private static String html(LinkedModule module) throws Exception {
        return ModuleSection.of(module).html();
    }
}
