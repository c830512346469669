package dev.heapwright.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * A problem as a value, as reported by the processor, the plugin and the runtime alike. Created by {@link #error} or
 * {@link #warning} and completed by the {@code with} methods, each of which returns a new value.
 *
 * @param id the kind of problem
 * @param severity whether it fails the build
 * @param headline one line that can be understood on its own: what is wrong, and where
 * @param details lines that show it: both sides of a conflict, the path, required and found
 * @param help lines that say what to do; code is ready to be pasted; may be empty
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
     * {@return an error that has only a headline}
     *
     * @param id the kind of problem
     * @param headline one line
     */
    public static Diagnostic error(DiagnosticId id, String headline) {
        return new Diagnostic(id, Severity.ERROR, headline, List.of(), List.of(), new Location.Unknown());
    }

    /**
     * {@return a warning that has only a headline}
     *
     * @param id the kind of problem
     * @param headline one line
     */
    public static Diagnostic warning(DiagnosticId id, String headline) {
        return new Diagnostic(id, Severity.WARNING, headline, List.of(), List.of(), new Location.Unknown());
    }

    /**
     * {@return the same with one or more additional lines of details}
     *
     * @param text may contain line breaks
     */
    public Diagnostic withDetail(String text) {
        return new Diagnostic(id, severity, headline, plus(details, text), help, location);
    }

    /**
     * {@return the same with one or more additional lines of help}
     *
     * @param text may contain line breaks
     */
    public Diagnostic withHelp(String text) {
        return new Diagnostic(id, severity, headline, details, plus(help, text), location);
    }

    /**
     * {@return the same with a location}
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
