package dev.heapwright.linker.checked;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.RenderedHeadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses diagnostics that checked glue has printed. Of each stack, only the frames nearest to the heap are kept: in a
 * test, those that follow belong to the test framework, and would crowd out the rest.
 */
final class ReportText {
    private static final String HELP = "  help: ";
    private static final String MORE = "  more: ";
    private static final String DETAIL = "    ";
    private static final String FRAME = DETAIL + "  ";
    private static final int MOST_FRAMES = 5;

    private ReportText() {}

    /**
     * {@return the diagnostics, none if the text is empty}
     *
     * @throws IOException if the text is anything else
     */
    static List<Diagnostic> parse(String text) throws IOException {
        List<Diagnostic> problems = new ArrayList<>();
        int frames = 0;
        for (String line : text.lines().toList()) {
            frames = line.startsWith(FRAME) ? frames + 1 : 0;
            if (frames > MOST_FRAMES) {
                continue;
            }
            Optional<Diagnostic> begun = headline(line);
            if (begun.isPresent()) {
                problems.add(begun.get());
            } else if (problems.isEmpty()) {
                throw new IOException("not a report of checked glue: " + line);
            } else {
                problems.add(with(problems.remove(problems.size() - 1), line));
            }
        }
        return problems;
    }

    private static Optional<Diagnostic> headline(String line) {
        return RenderedHeadline.parse(line)
                .flatMap(headline -> DiagnosticId.of(headline.id()).map(id -> Diagnostic.error(id, headline.text())));
    }

    private static Diagnostic with(Diagnostic problem, String line) {
        if (line.startsWith(MORE)) {
            // The renderer adds it.
            return problem;
        }
        return line.startsWith(HELP)
                ? problem.withHelp(line.substring(HELP.length()))
                : problem.withDetail(line.startsWith(DETAIL) ? line.substring(DETAIL.length()) : line);
    }
}
