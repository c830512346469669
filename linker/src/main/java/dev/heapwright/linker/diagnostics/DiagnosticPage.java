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

/** The page that explains a diagnostic. */
public final class DiagnosticPage {
    private DiagnosticPage() {}

    /**
     * {@return the page, in Markdown}
     *
     * @param id of the diagnostic
     * @throws IOException if the plugin's jar can no longer be read
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
