package dev.heapwright.linker.testing;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.build.BuildLog;
import java.util.ArrayList;
import java.util.List;

/**
 * A log whose lines can be compared.
 *
 * @param lines what was logged, of any level; warnings are rendered
 */
public record RecordedLog(List<String> lines) implements BuildLog {
    /** An empty one. */
    public RecordedLog() {
        this(new ArrayList<>());
    }

    @Override
    public void info(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        lines.add(line);
    }

    @Override
    public void debug(String line) {
        lines.add(line);
    }

    @Override
    public void warn(List<Diagnostic> warnings) {
        warnings.forEach(each -> lines.add(DiagnosticRenderer.render(each)));
    }
}
