package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that lists the mistakes: each has a test, and each test is listed. */
class MistakesPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern SAID = Pattern.compile("(?m)^\\S+ (error|warning): (?:\\[Heapwright/(\\w+)])?");

    private record Row(String mistake, String said, String test) {
        private static Row of(MatchResult row) {
            return new Row(
                    row.group(1), row.group(2).replaceAll("\\[(\\w+)]\\(diagnostics/\\1\\.md\\)", "$1"), row.group(3));
        }

        private Optional<String> id() {
            return Stream.of(DiagnosticId.values())
                    .map(DiagnosticId::toString)
                    .filter(id -> said.replace("a warning, ", "").equals(id))
                    .findFirst();
        }
    }

    @Test
    void eachMistakeInSourcesIsListedWithWhatIsSaid() throws IOException {
        for (Row row : rows("In sources")) {
            ExamplePage page = ExamplePage.read(MistakesTest.FOLDER.resolve(row.test() + ".md"));
            assertEquals("# " + row.mistake(), page.text().lines().findFirst().orElse(""));
            assertEquals(said(page), row.said(), row.test());
        }
        assertEquals(
                MistakesTest.files(),
                rows("In sources").stream()
                        .map(row -> row.test() + ".md")
                        .sorted()
                        .toList());
    }

    @Test
    void eachMistakeInBuildsHasATest() throws IOException {
        for (Row row : rows("In builds")) {
            String[] test = row.test().replace("`", "").split("#", -1);
            Path path = ROOT.resolve(test[0]);
            assertTrue(Files.exists(path), row.test());
            assertTrue(test.length == 1 || Files.readString(path).contains("void " + test[1] + "("), row.test());
            assertTrue(row.id().isPresent() || List.of("accepted", "logged").contains(row.said()), row.said());
        }
    }

    private static List<Row> rows(String section) throws IOException {
        String page = Files.readString(ROOT.resolve("docs/mistakes.md"));
        String text = page.substring(page.indexOf("## " + section));
        return ROW.matcher(text.replaceFirst("(?s)(?<=.)\n## .*", ""))
                .results()
                .skip(1)
                .map(Row::of)
                .toList();
    }

    /** {@return the ids of a file's messages} */
    private static String said(ExamplePage page) {
        List<MatchResult> messages = SAID.matcher(page.message()).results().toList();
        if (messages.isEmpty()) {
            return "accepted";
        }
        return messages.stream()
                .map(each -> each.group(2) == null
                        ? "the compiler's own error"
                        : (each.group(1).equals("warning") ? "a warning, " : "") + each.group(2))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
