package dev.heapwright.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * A problem as a value: what is reported by the processor, the plugin and the tests alike. Made by {@link #error} or
 * {@link #warning} and completed by the {@code with} methods, each of which returns a new value.
 *
 * @param id which kind of problem
 * @param severity whether it fails the build
 * @param headline one line that stands alone: what is wrong, with its name
 * @param details lines that show it: both sides of a conflict, the path, required and found
 * @param help lines that say what to do, ready to be pasted where they are code; may be empty
 * @param location where it is
 */
public record Diagnostic(
        DiagnosticId id,
        Severity severity,
        String headline,
        List<String> details,
        List<String> help,
        Location location) {

    /** Copies the lists. */
    public Diagnostic {
        details = List.copyOf(details);
        help = List.copyOf(help);
    }

    /**
     * {@return an error that has a headline only}
     *
     * @param id which kind of problem
     * @param headline one line
     */
    public static Diagnostic error(DiagnosticId id, String headline) {
        return new Diagnostic(id, Severity.ERROR, headline, List.of(), List.of(), new Location.Unknown());
    }

    /**
     * {@return a warning that has a headline only}
     *
     * @param id which kind of problem
     * @param headline one line
     */
    public static Diagnostic warning(DiagnosticId id, String headline) {
        return new Diagnostic(id, Severity.WARNING, headline, List.of(), List.of(), new Location.Unknown());
    }

    /**
     * {@return the same with one more line, or several, of details}
     *
     * @param text may have line breaks
     */
    public Diagnostic withDetail(String text) {
        return new Diagnostic(id, severity, headline, plus(details, text), help, location);
    }

    /**
     * {@return the same with one more line, or several, of help}
     *
     * @param text may have line breaks
     */
    public Diagnostic withHelp(String text) {
        return new Diagnostic(id, severity, headline, details, plus(help, text), location);
    }

    /**
     * {@return the same at a place}
     *
     * @param place where it is
     */
    public Diagnostic at(Location place) {
        return new Diagnostic(id, severity, headline, details, help, place);
    }

    private static List<String> plus(List<String> lines, String text) {
        List<String> more = new ArrayList<>(lines);
        text.lines().forEach(more::add);
        return more;
    }
}
