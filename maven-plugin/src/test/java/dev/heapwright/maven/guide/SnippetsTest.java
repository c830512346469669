package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The snippets in README.md and the guide are tested: a comment before each block names the file or the test. The pages
 * of the diagnostics, which are printed verbatim, have no comments: see {@link DiagnosticSnippetsTest}.
 */
class SnippetsTest {

    @TestFactory
    Stream<DynamicTest> whatIsShownIsWhatATestRuns() {
        return snippets()
                .map(snippet -> dynamicTest(
                        snippet.toString(),
                        () -> Origin.of(snippet).objection(snippet).ifPresent(Assertions::fail)));
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
                        List.of("mvn install -Dmaven.test.skip -Dinvoker.skip"),
                        "docs/checked.md",
                        List.of("mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun=checked"),
                        "docs/observed.md",
                        List.of("mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun=observed"),
                        "docs/performance.md",
                        List.of("mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests"),
                        "docs/lab-book.md",
                        List.of(
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests",
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun=memory",
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun=allocation",
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun=build",
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun='foreign forks=1'",
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun='netty forks=1'",
                                "mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests -Drun=arrow")),
                commands);
    }

    /** Pages for users show some rows of the tables in the lab book. */
    @ParameterizedTest
    @CsvSource({"docs/choosing.md,11", "docs/performance.md,21"})
    void theFiguresThatUsersSeeAreThoseThatWereMeasured(String page, int rows) {
        List<String> measured = rows("docs/lab-book.md");
        List<String> shown =
                rows(page).stream().filter(row -> row.matches(".*\\d \\|")).toList();
        assertEquals(rows, shown.size());
        assertEquals(
                List.of(), shown.stream().filter(row -> !measured.contains(row)).toList());
    }

    private static List<String> rows(String page) {
        return Page.all().stream()
                .filter(each -> each.name().equals(page))
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.startsWith("| "))
                .toList();
    }

    private static Stream<Snippet> snippets() {
        return Page.all().stream()
                .filter(page -> page.name().matches("(?:sample-projects/)?README\\.md|docs/(?!diagnostics/).*"))
                .flatMap(page -> page.snippets().stream());
    }
}
