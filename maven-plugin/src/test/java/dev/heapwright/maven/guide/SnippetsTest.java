package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What README.md and the guide show is what tests run: a comment before each block names the file or the test. The pages
 * of the diagnostics have tests of their own.
 */
class SnippetsTest {

    @TestFactory
    Stream<DynamicTest> whatIsShownIsWhatATestRuns() {
        return snippets()
                .map(snippet -> dynamicTest(
                        snippet.toString(),
                        () -> Origin.of(snippet)
                                .objection(snippet)
                                .ifPresent(objection -> fail(snippet + " " + objection))));
    }

    @Test
    void theCommandsThatNoTestRunsAreFew() {
        Map<String, List<String>> commands = snippets()
                .filter(snippet -> Origin.of(snippet) instanceof Origin.NotRun)
                .collect(Collectors.groupingBy(
                        snippet -> snippet.page().name(),
                        Collectors.flatMapping(snippet -> snippet.lines().stream(), Collectors.toList())));
        assertEquals(
                Map.of(
                        "README.md",
                        List.of("mvn install -DskipTests -Dinvoker.skip"),
                        "docs/performance.md",
                        List.of(
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Dbenchmark=Memory",
                                "mvn -q -Pallocation-benchmark -pl benchmarks -am verify -DskipTests")),
                commands);
    }

    private static Stream<Snippet> snippets() {
        return Page.all().stream()
                .filter(page -> page.name().matches("(?:sample-projects/)?README\\.md|docs/(?!diagnostics/).*"))
                .flatMap(page -> page.snippets().stream());
    }
}
