package dev.heapwright.diagnostic;

import java.util.function.UnaryOperator;

/**
 * What a diagnostic is printed with, by what the place takes that it is printed to.
 *
 * @param arrow between two steps of a path, with the spaces around it
 * @param ellipsis what stands for the rest
 * @param id how the id of a diagnostic is marked, such as by a colour
 * @param label how the labels of help are marked
 * @param explain the command that explains a diagnostic, up to its id
 */
public record TextStyle(
        String arrow, String ellipsis, UnaryOperator<String> id, UnaryOperator<String> label, String explain) {
    /** For every place: nothing but ASCII, and no colours. */
    public static final TextStyle PLAIN = new TextStyle(
            " -> ", "...", UnaryOperator.identity(), UnaryOperator.identity(), "mvn heapwright:explain -Did=");

    /** All characters besides those of ASCII that {@link #withUnicode} brings. */
    public static final String UNICODE = "→…";

    /** {@return the same with characters that not every place has} */
    public TextStyle withUnicode() {
        return new TextStyle(" → ", "…", id, label, explain);
    }

    /**
     * {@return the same with marks}
     *
     * @param newId how an id is marked
     * @param newLabel how a label is marked
     */
    public TextStyle withMarks(UnaryOperator<String> newId, UnaryOperator<String> newLabel) {
        return new TextStyle(arrow, ellipsis, newId, newLabel, explain);
    }

    /**
     * {@return the same with another command}
     *
     * @param command that explains a diagnostic, up to its id
     */
    public TextStyle withExplain(String command) {
        return new TextStyle(arrow, ellipsis, id, label, command);
    }
}
