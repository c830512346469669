package dev.heapwright.linker.diagnostics;

import dev.heapwright.core.name.EditDistance;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the page that explains a diagnostic. */
public final class DiagnosticPage {
    private DiagnosticPage() {}

    /**
     * {@return the page, in Markdown}
     *
     * @param id of the diagnostic
     * @throws IOException if the plugin's jar cannot be read any more
     */
    public static String read(DiagnosticId id) throws IOException {
        String name = id + ".md";
        try (InputStream page = Objects.requireNonNull(DiagnosticPage.class.getResourceAsStream(name), name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * {@return the page, in Markdown}
     *
     * @param id of the diagnostic as the user has typed it, in any case of letters
     * @throws DiagnosticException if there is none of that id
     * @throws IOException if the page cannot be read any more
     */
    public static String named(String id) throws DiagnosticException, IOException {
        Optional<DiagnosticId> known = DiagnosticId.of(id);
        if (known.isEmpty()) {
            throw new DiagnosticException(List.of(unknown(id)));
        }
        return read(known.get());
    }

    /** {@return all ids, in alphabetical order} */
    public static String ids() {
        return Arrays.stream(DiagnosticId.values())
                .map(DiagnosticId::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** With the nearest, if it is so near that it may be meant: a third of its letters may be wrong. */
    private static Diagnostic unknown(String mistyped) {
        Optional<DiagnosticId> nearest = Arrays.stream(DiagnosticId.values())
                .filter(known -> edits(mistyped, known) <= known.toString().length() / 3)
                .min(Comparator.comparingInt(known -> edits(mistyped, known)));
        return Diagnostic.error(
                        DiagnosticId.INVALID_CONFIGURATION,
                        "unknown diagnostic '" + mistyped + "'"
                                + nearest.map(id -> "; did you mean " + id + "?")
                                        .orElse(""))
                .withHelp("name one of " + ids());
    }

    private static int edits(String mistyped, DiagnosticId known) {
        return EditDistance.between(
                mistyped.toLowerCase(Locale.ROOT), known.toString().toLowerCase(Locale.ROOT));
    }
}
