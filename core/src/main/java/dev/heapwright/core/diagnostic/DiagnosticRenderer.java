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
 * <p>What comes from a file that is not trusted (a jar, a marker) may be part of any line: control characters, which
 * could forge a line or steer a terminal, become question marks, and what is longer than any name that people give is
 * cut off.
 */
public final class DiagnosticRenderer {
    private static final int LONGEST_LINE = 2_000;

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
        lines.replaceAll(DiagnosticRenderer::printable);
        return String.join("\n", lines);
    }

    /**
     * {@return the first line of the text}
     *
     * @param diagnostic what to render
     */
    public static String headline(Diagnostic diagnostic) {
        return printable(title(diagnostic));
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

    private static String printable(String line) {
        StringBuilder text = new StringBuilder();
        line.codePoints()
                .limit(LONGEST_LINE)
                .map(character -> isControl(character) ? '?' : character)
                .forEach(text::appendCodePoint);
        long more = line.codePoints().count() - LONGEST_LINE;
        return more > 0
                ? text.append("… and ").append(more).append(" characters more").toString()
                : text.toString();
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
