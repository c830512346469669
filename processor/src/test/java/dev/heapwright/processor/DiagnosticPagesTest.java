package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples on the diagnostics' pages give the messages shown there. */
class DiagnosticPagesTest {
    private static final Path FOLDER = Path.of("../docs/diagnostics");

    @ParameterizedTest
    @EnumSource(
            names = {
                "MISSING_FUNCTION",
                "WRONG_SIGNATURE",
                "NOT_AN_ALLOCATOR_CLASS",
                "DUPLICATE_ALLOCATOR",
                "ALLOCATOR_NEEDS_ALLOCATOR",
                "CIRCULAR_DEPENDENCY",
                "SWAPPED_PARAMETERS"
            })
    void theExampleGivesTheMessageAndTheRemedyNone(DiagnosticId id) throws IOException {
        ExamplePage page = ExamplePage.read(FOLDER.resolve(id + ".md"));
        assertEquals("# " + id, page.text().lines().findFirst().orElse(""));
        page.assertMessage(page.compile("Example").messages());

        Compilation fixed = page.compile("Fixed");
        assertEquals("", fixed.messages());
        assertEquals(1, fixed.markers().size());
    }

    @Test
    void theListHasEveryDiagnosticOnce() throws IOException {
        List<String> listed = Pattern.compile("(?m)^\\| \\[(\\w+)]\\((\\w+)\\.md\\) \\|")
                .matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .peek(row -> assertEquals(row.group(1), row.group(2)))
                .map(row -> row.group(1))
                .toList();
        assertEquals(
                Arrays.stream(DiagnosticId.values()).map(DiagnosticId::toString).toList(), listed);
    }
}
