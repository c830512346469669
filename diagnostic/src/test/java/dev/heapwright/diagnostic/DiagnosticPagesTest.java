package dev.heapwright.diagnostic;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * As {@code more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=…} promises, there is a page for each id; the only other page is their
 * list.
 */
class DiagnosticPagesTest {
    private static final Path PAGES = Path.of(System.getProperty("basedir", ""), "..", "docs", "diagnostics");

    @Test
    void eachIdHasAPageAndEachPageAnId() throws IOException {
        TreeSet<String> demanded =
                Arrays.stream(DiagnosticId.values()).map(id -> id + ".md").collect(toCollection(TreeSet::new));
        demanded.add("README.md");
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertEquals(
                    demanded, pages.map(page -> page.getFileName().toString()).collect(toCollection(TreeSet::new)));
        }
    }
}
