package dev.heapwright.cli;

import dev.heapwright.linker.audit.AuditFormat;
import dev.heapwright.linker.audit.AuditOutput;
import dev.heapwright.linker.audit.Ungoverned;
import dev.heapwright.linker.process.ProcessMode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for an audit. */
@SuppressWarnings("NullAway.Init") // Options with a default are set before a command runs.
final class AuditOptions {
    @Option(names = "--output-type", defaultValue = "text", description = "text or json")
    private AuditFormat outputType;

    @Option(names = "--output-file", description = "the file to write it to, instead of showing it")
    private @Nullable Path outputFile;

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

    AuditOutput output() {
        return new AuditOutput(outputType, Optional.ofNullable(outputFile), baseline, ungoverned, writeBaseline);
    }
}
