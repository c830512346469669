package dev.heapwright.cli;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.audit.AuditFormat;
import dev.heapwright.linker.audit.Baseline;
import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.audit.Ungoverned;
import dev.heapwright.linker.audit.UngovernedMemory;
import dev.heapwright.linker.build.BuildLog;
import dev.heapwright.linker.process.ProcessMode;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options for an audit. */
@SuppressWarnings("NullAway.Init") // Options with a default are set before a command runs.
final class AuditOptions {
    @Option(names = "--output-type", defaultValue = "text", description = "text or json")
    private AuditFormat outputType;

    @Option(
            names = "--process",
            defaultValue = "none",
            description = "how malloc is replaced: linked, preloaded or none")
    private ProcessMode process;

    @Option(
            names = "--ungoverned",
            defaultValue = "ignore",
            description = "what to do about places that are not in the baseline: ignore, warn or fail")
    private Ungoverned ungoverned;

    @Option(
            names = "--baseline",
            defaultValue = "heapwright-audit.txt",
            description = "the file with the places that are known; default: ${DEFAULT-VALUE}")
    private Path baseline;

    @Option(names = "--write-baseline", description = "write the baseline, instead of comparing with it")
    private boolean writeBaseline;

    ProcessMode process() {
        return process;
    }

    void finish(ModuleAudit audit, BuildLog log) throws DiagnosticException, IOException {
        log.info(outputType.render(audit));
        if (writeBaseline) {
            Baseline.of(audit).write(baseline);
        } else {
            new UngovernedMemory(baseline, ungoverned).check(audit, log);
        }
    }
}
