package dev.heapwright.linker.diagnostics;

import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that explains a diagnostic. */
public final class DiagnosticPage {
    /** A row in the list of the pages: the id, who reports it, what it means. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[(\\w+)]\\([^|]*\\| [^|]* \\| ([^|]*) \\|$");

    private DiagnosticPage() {}

    /**
     * {@return the page, in Markdown}
     *
     * @param id of the diagnostic
     * @throws IOException if the plugin's jar can no longer be read
     */
    public static String read(DiagnosticId id) throws IOException {
        return resource(id + ".md");
    }

    private static String resource(String name) throws IOException {
        try (InputStream page = Objects.requireNonNull(DiagnosticPage.class.getResourceAsStream(name), name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * {@return the page, in Markdown}
     *
     * @param id of the diagnostic as the user has typed it, ignoring case
     * @throws DiagnosticException if there is no such diagnostic
     * @throws IOException if the page can no longer be read
     */
    public static String named(String id) throws DiagnosticException, IOException {
        Optional<DiagnosticId> known = DiagnosticId.of(id);
        if (known.isEmpty()) {
            throw new DiagnosticException(List.of(unknown(id)));
        }
        return read(known.get());
    }

    /**
     * {@return a list of all ids, each on a line of its own with what it means, in the order in which a user meets them}
     *
     * @throws IOException if the list can no longer be read
     */
    public static String list() throws IOException {
        return ROW.matcher(resource("README.md"))
                .results()
                .map(row -> "%-25s %s".formatted(row.group(1), row.group(2).replace("`", "")))
                .collect(Collectors.joining("\n", "Heapwright's diagnostics:\n", ""));
    }

    /** {@return all ids, in alphabetical order} */
    public static List<String> ids() {
        return Arrays.stream(DiagnosticId.values())
                .map(DiagnosticId::toString)
                .sorted()
                .toList();
    }

    private static Diagnostic unknown(String id) {
        return Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, UnknownName.headline("diagnostic", id, ids()))
                .withHelp("name one of " + String.join(", ", ids()));
    }
}
