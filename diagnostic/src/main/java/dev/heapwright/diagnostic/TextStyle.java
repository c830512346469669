package dev.heapwright.diagnostic;

import java.util.function.UnaryOperator;

/**
 * The style of a rendered diagnostic, depending on where it is printed.
 *
 * @param arrow between two steps of a path, with the spaces around it
 * @param ellipsis the mark for omitted text
 * @param id how the id of a diagnostic is highlighted, such as by a colour
 * @param label how the labels of help are highlighted
 * @param explain the command that explains a diagnostic, up to its id
 */
public record TextStyle(
        String arrow, String ellipsis, UnaryOperator<String> id, UnaryOperator<String> label, String explain) {
    /** For any output: only ASCII, and no colours. */
    public static final TextStyle PLAIN = new TextStyle(
            " -> ",
            "...",
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            "mvn dev.heapwright:heapwright-maven-plugin:explain -Did=");

    /** All non-ASCII characters that {@link #withUnicode} uses. */
    public static final String UNICODE = "→…";

    /** {@return the same with characters that not every output supports} */
    public TextStyle withUnicode() {
        return new TextStyle(" → ", "…", id, label, explain);
    }

    /**
     * {@return the same with highlighting}
     *
     * @param newId how an id is highlighted
     * @param newLabel how a label is highlighted
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
