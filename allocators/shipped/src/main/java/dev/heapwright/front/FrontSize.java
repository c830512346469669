package dev.heapwright.front;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a front keeps: the system property {@value #PROPERTY}. */
final class FrontSize {
    /** {@code off}, or what all threads together may keep, such as {@code 8m}. */
    static final String PROPERTY = "heapwright.front";

    private static final long USUAL = 32L << 20;
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})([kmg]?)");

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
        Matcher size = SIZE.matcher(normal);
        if (!size.matches()) {
            throw new IllegalArgumentException(DiagnosticRenderer.render(Diagnostic.error(
                            DiagnosticId.INVALID_CONFIGURATION,
                            "-D" + PROPERTY + "=" + value + " is neither off nor a number of bytes")
                    .withHelp("say off, or how much all threads may keep together, such as 64k, 8m or 1g")));
        }
        long unit = unit(size.group(2));
        long number = Long.parseLong(size.group(1));
        return number > Long.MAX_VALUE / unit ? Long.MAX_VALUE : number * unit;
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            default -> 1;
        };
    }
}
