package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program like the example of a page prints the message of the page, and the corrected one prints nothing. */
class DiagnosticPagesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE_FREE", "NOT_LIVE", "BLOCK_MISMATCH", "OVERRUN", "USE_AFTER_FREE", "LEAK"})
    void theExamplePrintsTheMessageAndItsTwinNothing(DiagnosticId id) throws IOException, InterruptedException {
        String page = Files.readString(Path.of("..", "docs", "diagnostics", id + ".md"));
        assertEquals("# " + id, page.lines().findFirst().orElse(""));
        List<String> programs = blocks(page, "java");
        String message = blocks(page, "text").get(0);
        assertEquals(rendered(id, message), message);
        String printed = CheckedProgram.errorsOf(folder, programs.get(0)).replaceAll("0x[0-9a-f]{3,}", "0x…");
        assertTrue(printed.contains(message), printed);
        assertEquals("", CheckedProgram.errorsOf(folder, programs.get(1)));
    }

    /** {@return the message rendered like all diagnostics, from its headline, details and help} */
    private static String rendered(DiagnosticId id, String message) {
        List<String> lines = message.lines().toList();
        Diagnostic diagnostic = Diagnostic.error(id, lines.get(0).replaceFirst("^\\S+ ", ""));
        for (String line : lines.subList(1, lines.size() - 1)) {
            diagnostic = line.startsWith("  help: ")
                    ? diagnostic.withHelp(line.substring("  help: ".length()))
                    : diagnostic.withDetail(line.substring(4));
        }
        return DiagnosticRenderer.render(diagnostic) + "\n";
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
