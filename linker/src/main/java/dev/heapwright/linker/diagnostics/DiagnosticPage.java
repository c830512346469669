package dev.heapwright.linker.diagnostics;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

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
}
