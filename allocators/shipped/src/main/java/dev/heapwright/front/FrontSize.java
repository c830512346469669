package dev.heapwright.front;

import dev.heapwright.diagnostic.ByteSize;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.util.Locale;

/** How much a front keeps: the system property {@value #PROPERTY}. */
final class FrontSize {
    /** {@code off}, or what all threads together may keep, such as {@code 8m}. */
    static final String PROPERTY = "heapwright.front";

    private static final long USUAL = 32L << 20;

    private FrontSize() {}

    /**
     * Returns what the property says, in bytes.
     *
     * @throws IllegalArgumentException if it is neither {@code off} nor a number of bytes
     */
    static long configured() {
        return of(System.getProperty(PROPERTY, ""));
    }

    static long of(String value) {
        String normal = value.strip().toLowerCase(Locale.ROOT);
        if (normal.isEmpty()) {
            return USUAL;
        }
        if (normal.equals("off")) {
            return 0;
        }
        return ByteSize.parse(normal)
                .orElseThrow(() -> new IllegalArgumentException(DiagnosticRenderer.render(Diagnostic.error(
                                DiagnosticId.INVALID_CONFIGURATION,
                                "-D" + PROPERTY + "=" + value + " is neither off nor a number of bytes")
                        .withHelp("say off, or how much all threads may keep together, such as 64k, 8m or 1g"))));
    }
}
