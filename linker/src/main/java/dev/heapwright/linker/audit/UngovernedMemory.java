package dev.heapwright.linker.audit;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.build.BuildLog;
import dev.heapwright.linker.build.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a module takes with its baseline.
 *
 * @param baseline the file
 * @param ungoverned what to do about what is not in it
 */
public record UngovernedMemory(Path baseline, Ungoverned ungoverned) {
    /**
     * Compares.
     *
     * @param audit of the module
     * @param log receives a warning, if it is to be one
     * @throws DiagnosticException if something is not in the baseline, and that is to fail, or if that is a folder
     * @throws IOException if the baseline cannot be read
     */
    public void check(ModuleAudit audit, BuildLog log) throws DiagnosticException, IOException {
        if (ungoverned == Ungoverned.IGNORE) {
            return;
        }
        Baseline now = Baseline.of(audit);
        TextFile.requireFile(baseline);
        Baseline known = Baseline.read(baseline);
        int gone = known.newSince(now).size();
        if (gone > 0) {
            log.info("no longer there, but in " + baseline.getFileName() + ": " + gone);
        }
        Optional<Diagnostic> problem = problem(audit.module().coordinates(), now.newSince(known));
        if (problem.isPresent()) {
            if (ungoverned == Ungoverned.FAIL) {
                throw new DiagnosticException(List.of(problem.get()));
            }
            log.warn(List.of(problem.get()));
        }
    }

    private Optional<Diagnostic> problem(Coordinates module, List<String> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String headline = "%s takes native memory that nobody governs, in %d %s that %s not in the baseline"
                .formatted(
                        module.versionless(),
                        found.size(),
                        found.size() == 1 ? "place" : "places",
                        found.size() == 1 ? "is" : "are");
        Diagnostic problem = ungoverned == Ungoverned.FAIL
                ? Diagnostic.error(DiagnosticId.UNGOVERNED_MEMORY, headline)
                : Diagnostic.warning(DiagnosticId.UNGOVERNED_MEMORY, headline);
        for (String line : found) {
            problem = problem.withDetail(line);
        }
        return Optional.of(problem.at(new Location.File(baseline.toString()))
                .withHelp("take it from the heap; or write the baseline again, by writeBaseline, and commit it"));
    }
}
