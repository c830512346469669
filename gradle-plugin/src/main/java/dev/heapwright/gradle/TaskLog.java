package dev.heapwright.gradle;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.TextStyle;
import dev.heapwright.linker.build.BuildLog;
import java.util.List;
import org.gradle.api.logging.Logger;

/**
 * The log of a task.
 *
 * @param logger Gradle's
 */
record TaskLog(Logger logger) implements BuildLog {
    /** Of diagnostics. */
    static final TextStyle STYLE = TextStyle.PLAIN.withExplain("gradle heapwrightExplain --id ");

    @Override
    public void info(String line) {
        logger.lifecycle(line);
    }

    @Override
    public void warn(String line) {
        logger.warn("warning: {}", line.strip());
    }

    @Override
    public void debug(String line) {
        logger.info(line);
    }

    @Override
    public void warn(List<Diagnostic> warnings) {
        warnings.forEach(each -> logger.warn("warning: {}", DiagnosticRenderer.render(each, STYLE)));
    }
}
