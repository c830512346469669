package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The snippets on the pages of the diagnostics are tested: XML is in the POM of an integration test, and for messages
 * and sources there is a test that reads the page.
 */
class DiagnosticSnippetsTest {
    private static final Path TESTS = Page.ROOT.resolve("src/it");

    @TestFactory
    Stream<DynamicTest> whatIsXmlStandsInThePomOfAnIntegrationTest() {
        List<List<String>> poms = files(TESTS, "pom.xml"::equals);
        return pages().flatMap(page -> page.snippets().stream())
                .filter(snippet -> snippet.language().equals("xml"))
                .map(snippet -> dynamicTest(
                        snippet.toString(),
                        () -> assertTrue(
                                poms.stream().anyMatch(snippet::isIn), () -> String.join("\n", snippet.lines()))));
    }

    @TestFactory
    Stream<DynamicTest> whatElseIsShownIsReadByATest() {
        List<List<String>> tests = Stream.concat(
                        files(TESTS, "verify.groovy"::equals).stream(),
                        modules().flatMap(module -> files(module, name -> name.endsWith("Test.java")).stream()))
                .filter(test -> test.stream().anyMatch(line -> line.contains("diagnostics")))
                .toList();
        return Arrays.stream(DiagnosticId.values())
                .map(id -> dynamicTest(id.toString(), () -> {
                    Pattern name = Pattern.compile("\\b(?:" + id + "\\.md|" + id.name() + ")\\b");
                    assertTrue(tests.stream().flatMap(List::stream).anyMatch(name.asPredicate()));
                }));
    }

    private static Stream<Page> pages() {
        return Page.all().stream().filter(page -> page.name().startsWith("docs/diagnostics/"));
    }

    /** {@return the test sources of the modules that print diagnostics} */
    private static Stream<Path> modules() {
        return Stream.of("allocators/guarded", "allocators/hardened", "heap", "maven-plugin", "memory", "processor")
                .map(module -> Page.ROOT.resolve(module + "/src/test"));
    }

    private static List<List<String>> files(Path folder, Predicate<String> name) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> name.test(String.valueOf(file.getFileName())))
                    .map(DiagnosticSnippetsTest::lines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
