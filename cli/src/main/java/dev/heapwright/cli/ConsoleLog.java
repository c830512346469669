package dev.heapwright.cli;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.TextStyle;
import dev.heapwright.linker.build.BuildLog;
import java.io.PrintWriter;
import java.util.List;

/**
 * The console.
 *
 * @param out for what was done
 * @param err for warnings
 */
record ConsoleLog(PrintWriter out, PrintWriter err) implements BuildLog {
    /** The style of diagnostics. */
    static final TextStyle STYLE = TextStyle.PLAIN.withExplain("java -jar heapwright-cli.jar explain ");

    @Override
    public void info(String line) {
        out.println(line);
    }

    @Override
    public void warn(String line) {
        err.println("warning: " + line.strip());
    }

    @Override
    public void debug(String line) {
        // Debug output cannot be enabled on the command line.
    }

    @Override
    public void warn(List<Diagnostic> warnings) {
        warnings.forEach(warning -> err.println("warning: " + DiagnosticRenderer.render(warning, STYLE)));
    }
}
