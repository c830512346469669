package dev.heapwright.linker.audit;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What comes of an audit: it is shown, then compared with the baseline, or becomes the baseline.
 *
 * @param format in which it is shown
 * @param file that it is written to; if there is none, it is logged
 * @param baseline the file with the places that are known
 * @param ungoverned what to do about places that are not in it
 * @param writeBaseline whether to write the baseline, instead of comparing with it
 */
public record AuditOutput(
        AuditFormat format, Optional<Path> file, Path baseline, Ungoverned ungoverned, boolean writeBaseline) {
    /**
     * Does that.
     *
     * @param audit of a module
     * @param log receives what was done, and the audit, as a single message: other modules may be built at the same time
     * @throws DiagnosticException if something is not in the baseline, and that is to fail
     * @throws IOException if a file cannot be read or written
     */
    public void write(ModuleAudit audit, BuildLog log) throws DiagnosticException, IOException {
        String text = format.render(audit);
        if (file.isPresent()) {
            Path absolute = file.get().toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Files.writeString(absolute, text);
            log.info("audit written to " + file.get());
        } else {
            log.info("\n" + text);
        }
        if (writeBaseline) {
            Baseline.of(audit).write(baseline);
            log.info("baseline written to " + baseline);
        } else {
            new UngovernedMemory(baseline, ungoverned).check(audit, log);
        }
    }
}
