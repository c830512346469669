package dev.heapwright.maven.console;

import dev.heapwright.diagnostic.Severity;
import dev.heapwright.diagnostic.TextStyle;
import dev.heapwright.linker.console.ConsoleEncoding;
import java.util.Properties;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** The style of diagnostics in Maven's log: with arrows if the output can show them, and in Maven's colours. */
public final class ConsoleStyle {
    private ConsoleStyle() {}

    /**
     * {@return the style of a diagnostic}
     *
     * @param system the system properties, which determine the output's encoding
     * @param ascii whether to use ASCII only in any case
     * @param severity of the diagnostic
     */
    public static TextStyle of(Properties system, boolean ascii, Severity severity) {
        TextStyle style = !ascii && ConsoleEncoding.canShow(system, TextStyle.UNICODE)
                ? TextStyle.PLAIN.withUnicode()
                : TextStyle.PLAIN;
        return style.withMarks(
                id -> severity == Severity.ERROR
                        ? MessageUtils.buffer().failure(id).toString()
                        : MessageUtils.buffer().warning(id).toString(),
                label -> MessageUtils.buffer().strong(label).toString());
    }
}
