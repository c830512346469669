package dev.heapwright.maven;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.build.BuildLog;
import dev.heapwright.maven.console.ConsoleStyle;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log.
 *
 * @param log of a goal
 * @param ascii whether diagnostics are shown in ASCII only
 */
record MojoLog(Log log, boolean ascii) implements BuildLog {
    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void debug(String line) {
        log.debug(line);
    }

    @Override
    public void warn(List<Diagnostic> warnings) {
        warnings.forEach(warning -> log.warn(DiagnosticRenderer.render(
                warning, ConsoleStyle.of(System.getProperties(), ascii, warning.severity()))));
    }
}
