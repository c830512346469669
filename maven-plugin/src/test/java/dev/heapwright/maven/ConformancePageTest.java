package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/conformance.md} contains each scenario, and the integration tests that it names exist. */
class ConformancePageTest {
    private static final Path ROOT = DiagnosticPagesTest.ROOT;
    private static final Path TESTS = ROOT.resolve("src/it");

    /**
     * A row of the table.
     *
     * @param number of the scenario
     * @param tests folders below {@code src/it}
     */
    private record Row(String number, List<String> tests) {
        static Row of(MatchResult found) {
            return new Row(
                    found.group(1),
                    all("`([^`]+)`", found.group(2)).map(name -> name.group(1)).toList());
        }
    }

    @Test
    void eachScenarioHasARowThatNamesATest() throws IOException {
        List<String> numbers = Stream.of(
                        numbers("C", 1, 11),
                        numbers("M", 1, 5),
                        numbers("M", 8, 13),
                        numbers("D", 1, 18),
                        numbers("E", 1, 14))
                .flatMap(each -> each)
                .toList();
        assertEquals(
                numbers,
                rows().stream()
                        .filter(row -> !row.tests().isEmpty())
                        .map(Row::number)
                        .toList());
    }

    @Test
    void eachTestExists() throws IOException {
        for (Row row : rows()) {
            for (String test : row.tests()) {
                assertTrue(Files.isRegularFile(TESTS.resolve(test).resolve("pom.xml")), () -> row + ": " + test);
            }
        }
    }

    @Test
    void eachModuleIsBuiltAndVerified() throws IOException {
        for (Row row : rows()) {
            for (String test : row.tests()) {
                if (test.contains("/")) {
                    Path module = TESTS.resolve(test);
                    // From the folder m13, a script generates the modules m13-1, m13-2 and so on.
                    assertMentioned(
                            "<module>" + module.getFileName() + "(-1)?</module>", module.resolveSibling("pom.xml"));
                    assertMentioned(
                            "['\"]" + module.getFileName() + "\\b",
                            TESTS.resolve(test.substring(0, test.indexOf('/'))).resolve("verify.groovy"));
                }
            }
        }
    }

    @Test
    void eachModuleOfTheConformanceTestsHasARow() throws IOException {
        Set<String> modules = new TreeSet<>();
        for (String test : List.of("conformance-linked", "conformance-refused")) {
            try (Stream<Path> walk = Files.walk(TESTS.resolve(test))) {
                for (Path pom : walk.filter(file -> file.endsWith("pom.xml")).toList()) {
                    if (!Files.readString(pom).contains("<packaging>pom</packaging>")) {
                        Path module = TESTS.relativize(pom.getParent());
                        modules.add(module.toString().replace(File.separatorChar, '/'));
                    }
                }
            }
        }
        Set<String> inTable = new TreeSet<>();
        rows().forEach(row -> row.tests().stream()
                .filter(test -> test.startsWith("conformance-"))
                .forEach(inTable::add));
        assertEquals(modules, inTable);
    }

    private static List<Row> rows() throws IOException {
        return all("(?m)^\\| ([A-Z]\\d+) \\|.*\\| ([^|]*) \\|$", Files.readString(ROOT.resolve("docs/conformance.md")))
                .map(Row::of)
                .toList();
    }

    private static Stream<String> numbers(String letter, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> letter + number);
    }

    private static void assertMentioned(String pattern, Path file) throws IOException {
        assertTrue(all(pattern, Files.readString(file)).findAny().isPresent(), () -> pattern + " in " + file);
    }

    private static Stream<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }
}
