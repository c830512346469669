package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextStyleTest {
    private static final String POOL = "com.example.storage.engine.memory.allocation.pooled.PoolAllocator";

    @Test
    void unicodeArrowsAreUsedOnlyInPaths() {
        assertEquals(
                """
                [Heapwright/CircularDependency] a -> b
                    a → b → c
                  help: drop a -> b
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""",
                render(TextStyle.PLAIN.withUnicode(), diagnostic("a -> b -> c").withHelp("drop a -> b")));
    }

    @Test
    void highlightingIsAroundTheIdAndTheLabels() {
        assertEquals(
                """
                <[Heapwright/CircularDependency]> a -> b
                    a -> b
                  (help:) drop it
                  (more:) mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""",
                render(
                        TextStyle.PLAIN.withMarks(id -> "<" + id + ">", label -> "(" + label + ")"),
                        diagnostic("a -> b").withHelp("drop it")));
    }

    @Test
    void ofManyLinesOfDetailsTheFirstAreShown() {
        List<String> lines = lines(25);
        assertEquals(22, lines.size());
        assertEquals(List.of("    line 19", "    line 20", "    ... and 5 more"), lines.subList(19, 22));
        assertEquals(
                "    … and 5 more",
                render(TextStyle.PLAIN.withUnicode(), many(25)).lines().toList().get(21));
    }

    @Test
    void aSingleAdditionalLineIsShown() {
        assertEquals("    line 21", lines(21).get(21));
        assertEquals("    ... and 2 more", lines(22).get(21));
    }

    @Test
    void aLongNameThatRepeatsIsShortenedWithALegend() {
        assertEquals(
                """
                [Heapwright/CircularDependency] a -> b
                    PoolAllocator -> com.example.storage.engine.memory.allocation.pooled.Chunks -> PoolAllocator
                    where PoolAllocator is com.example.storage.engine.memory.allocation.pooled.PoolAllocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""",
                render(
                        TextStyle.PLAIN,
                        diagnostic(
                                POOL + " -> com.example.storage.engine.memory.allocation.pooled.Chunks -> " + POOL)));
    }

    @Test
    void namesThatAreShortOrUniqueOrNotClassesAreNotShortened() {
        for (String detail : List.of(
                "com.acme.Pool -> com.acme.Pool",
                POOL,
                POOL + ":1.0 -> " + POOL + ":1.0",
                "lib/" + POOL + " and lib/" + POOL)) {
            assertEquals(
                    "    " + detail,
                    render(TextStyle.PLAIN, diagnostic(detail)).lines().toList().get(1));
        }
    }

    @Test
    void namesThatWouldBecomeEqualAreNotShortened() {
        String other = "com.example.storage.engine.memory.allocation.another.PoolAllocator";
        String detail = String.join(" -> ", POOL, other, POOL, other);
        assertEquals(
                "    " + detail,
                render(TextStyle.PLAIN, diagnostic(detail)).lines().toList().get(1));
    }

    private static List<String> lines(int details) {
        return render(TextStyle.PLAIN, many(details))
                .lines()
                .filter(line -> !line.startsWith("  more"))
                .toList();
    }

    private static Diagnostic many(int details) {
        Diagnostic diagnostic = diagnostic("line 1");
        for (int i : IntStream.rangeClosed(2, details).toArray()) {
            diagnostic = diagnostic.withDetail("line " + i);
        }
        return diagnostic;
    }

    private static Diagnostic diagnostic(String detail) {
        return Diagnostic.error(DiagnosticId.CIRCULAR_DEPENDENCY, "a -> b").withDetail(detail);
    }

    private static String render(TextStyle style, Diagnostic diagnostic) {
        return DiagnosticRenderer.render(diagnostic, style);
    }
}
