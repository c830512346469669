package dev.heapwright.core.diagnostic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The one place where a diagnostic becomes text:
 *
 * <pre>
 * [Heapwright/Id] headline
 *     at file:line:column
 *     details
 *   help: what to do
 *         in as many lines as it takes
 *   more: mvn heapwright:explain -Did=Id
 * </pre>
 *
 * <p>What comes from a file that is not trusted may be part of any line, so each line is made a {@link PrintableText}.
 */
public final class DiagnosticRenderer {
    private DiagnosticRenderer() {}

    /**
     * {@return the text, lines separated by {@code \n}, without one at the end}
     *
     * @param diagnostic what to render
     */
    public static String render(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        lines.add(title(diagnostic));
        String place = place(diagnostic.location());
        if (!place.isEmpty()) {
            lines.add("    at " + place);
        }
        diagnostic.details().forEach(detail -> lines.add("    " + detail));
        Iterator<String> help = diagnostic.help().iterator();
        if (help.hasNext()) {
            lines.add("  help: " + help.next());
            help.forEachRemaining(line -> lines.add("        " + line));
        }
        lines.add("  more: mvn heapwright:explain -Did=" + diagnostic.id());
        lines.replaceAll(PrintableText::of);
        return String.join("\n", lines);
    }

    /**
     * {@return the first line of the text}
     *
     * @param diagnostic what to render
     */
    public static String headline(Diagnostic diagnostic) {
        return PrintableText.of(title(diagnostic));
    }

    private static String title(Diagnostic diagnostic) {
        return "[Heapwright/" + diagnostic.id() + "] " + diagnostic.headline();
    }

    private static String place(Location location) {
        if (location instanceof Location.Source source) {
            return source.file() + ":" + source.line() + ":" + source.column();
        }
        return location instanceof Location.File file ? file.file() : "";
    }
}
