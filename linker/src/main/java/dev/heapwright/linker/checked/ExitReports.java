package dev.heapwright.linker.checked;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What JVMs with checked glue reported when they ended, in one build of one module.
 *
 * @param opened whether the module has such glue in this build
 * @param problems what was found, with the first frames of its stacks; its place is the file with the whole report
 * @param ended how many JVMs have written a report, even if they found nothing
 * @param missing a line for each JVM that started but wrote no report
 */
public record ExitReports(boolean opened, List<Diagnostic> problems, int ended, List<String> missing) {

    /** Copies the lists. */
    public ExitReports {
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }

    /**
     * Reads the reports of this build.
     *
     * @param from the module's folder
     * @throws IOException if one cannot be read or is malformed
     */
    public static ExitReports read(ReportFolder from) throws IOException {
        if (!from.isOpen()) {
            return new ExitReports(false, List.of(), 0, List.of());
        }
        List<Diagnostic> problems = new ArrayList<>();
        List<Path> reports = from.files(ReportFolder.DONE);
        for (Path report : reports) {
            for (Diagnostic problem : ReportText.parse(Files.readString(report))) {
                problems.add(problem.at(new Location.File(report.toString())));
            }
        }
        List<String> missing = from.files(ReportFolder.RUNNING).stream()
                .map(file -> missing(String.valueOf(file.getFileName())))
                .toList();
        return new ExitReports(true, problems, reports.size(), missing);
    }

    /** {@return why there is no report of a JVM that has left a file saying that it runs} */
    private static String missing(String sign) {
        String pid = sign.replaceFirst("\\D.*", "");
        Optional<ProcessHandle> process =
                pid.isEmpty() || pid.length() > 18 ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        if (process.filter(ProcessHandle.current()::equals).isPresent()) {
            return "findings in the build tool's own JVM are printed when that ends, and do not fail the build";
        }
        return process.filter(ProcessHandle::isAlive).isPresent()
                ? "process " + pid + " is still running: what it finds at exit does not fail the build"
                : "process " + pid + " was killed or halted, and did not check for leaks";
    }
}
