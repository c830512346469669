package dev.heapwright.diagnostic;

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
 *   more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Id
 * </pre>
 *
 * <p>Long names that are repeated in the details are shortened there, with a legend; of very many lines of details,
 * only the first are shown. Any line may contain text from an untrusted file, so each is converted to
 * {@link PrintableText}.
 */
public final class DiagnosticRenderer {
    /** Longer messages go unread. */
    private static final int MOST_DETAILS = 20;

    private DiagnosticRenderer() {}

    /**
     * {@return the text in plain style, lines separated by {@code \n}, without one at the end}
     *
     * @param diagnostic what to render
     */
    public static String render(Diagnostic diagnostic) {
        return render(diagnostic, TextStyle.PLAIN);
    }

    /**
     * {@return the text in plain style with all details, such as a stack trace: no line is omitted and no name
     * shortened}
     *
     * @param diagnostic what to render
     */
    public static String renderWhole(Diagnostic diagnostic) {
        return render(diagnostic, TextStyle.PLAIN, diagnostic.details());
    }

    /**
     * {@return the text, lines separated by {@code \n}, without one at the end}
     *
     * @param diagnostic what to render
     * @param style determines arrows, colours and commands
     */
    public static String render(Diagnostic diagnostic, TextStyle style) {
        return render(diagnostic, style, details(diagnostic, style));
    }

    private static String render(Diagnostic diagnostic, TextStyle style, List<String> details) {
        List<String> lines = new ArrayList<>();
        lines.add(style.id().apply(id(diagnostic)) + " " + PrintableText.of(diagnostic.headline()));
        String place = place(diagnostic.location());
        if (!place.isEmpty()) {
            lines.add("    at " + PrintableText.of(place));
        }
        for (String detail : details) {
            lines.add("    " + PrintableText.of(detail).replace(TextStyle.PLAIN.arrow(), style.arrow()));
        }
        Iterator<String> help = diagnostic.help().iterator();
        if (help.hasNext()) {
            lines.add("  " + style.label().apply("help:") + " " + PrintableText.of(help.next()));
            help.forEachRemaining(line -> lines.add("        " + PrintableText.of(line)));
        }
        lines.add("  " + style.label().apply("more:") + " " + style.explain() + diagnostic.id());
        return String.join("\n", lines);
    }

    private static List<String> details(Diagnostic diagnostic, TextStyle style) {
        List<String> details = diagnostic.details();
        int more = details.size() - MOST_DETAILS;
        // A replacement for a single line would be no shorter than that line.
        if (more <= 1) {
            return LongNames.in(details).applyTo(details);
        }
        List<String> shown = details.subList(0, MOST_DETAILS);
        List<String> lines = new ArrayList<>(LongNames.in(shown).applyTo(shown));
        lines.add(MOST_DETAILS, style.ellipsis() + " and " + more + " more");
        return lines;
    }

    /**
     * {@return the first line of the text}
     *
     * @param diagnostic what to render
     */
    public static String headline(Diagnostic diagnostic) {
        return id(diagnostic) + " " + PrintableText.of(diagnostic.headline());
    }

    private static String id(Diagnostic diagnostic) {
        return "[Heapwright/" + diagnostic.id() + "]";
    }

    private static String place(Location location) {
        if (location instanceof Location.Source source) {
            return source.file() + ":" + source.line() + ":" + source.column();
        }
        return location instanceof Location.File file ? file.file() : "";
    }
}
