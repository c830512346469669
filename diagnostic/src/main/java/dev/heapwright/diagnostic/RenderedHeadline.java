package dev.heapwright.diagnostic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a diagnostic that another JVM has rendered.
 *
 * @param id of the diagnostic, which need not be one of {@link DiagnosticId}
 * @param text the headline
 */
public record RenderedHeadline(String id, String text) {
    private static final Pattern LINE = Pattern.compile("\\[Heapwright/(\\w+)\\] (.*)");

    /**
     * {@return the headline in a line, if it is such a first line}
     *
     * @param line one line
     */
    public static Optional<RenderedHeadline> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new RenderedHeadline(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }
}
