package dev.heapwright.linker.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.build.BuildCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitReportsTest {
    private static final String LEAK = "[Heapwright/Leak] 1 block (64 bytes) not freed when the program ended\n";

    @TempDir
    private Path build;

    private ReportFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = ReportFolder.of(BuildCache.inMemory(), build);
        folder.open();
    }

    @Test
    void theFindingsOfEachJvmAreAProblemThatNamesTheFile() throws IOException {
        Path first = report("10-1.txt", LEAK);
        Path second = report("9-1.txt", LEAK.replace("64", "8"));
        report("9-2.txt", "");
        assertEquals(
                new ExitReports(
                        true,
                        List.of(
                                Diagnostic.error(
                                                DiagnosticId.LEAK,
                                                "1 block (64 bytes) not freed when the program ended")
                                        .at(new Location.File(first.toString())),
                                Diagnostic.error(
                                                DiagnosticId.LEAK, "1 block (8 bytes) not freed when the program ended")
                                        .at(new Location.File(second.toString()))),
                        3,
                        List.of()),
                ExitReports.read(folder));
    }

    @Test
    void reportsOfAnotherBuildAreNotRead() throws IOException {
        report("10-1.txt", LEAK);
        assertEquals(
                new ExitReports(false, List.of(), 0, List.of()),
                ExitReports.read(ReportFolder.of(BuildCache.inMemory(), build)));
    }

    @Test
    void aJvmThatHasNotWrittenAReportIsMentioned() throws IOException, InterruptedException {
        long here = ProcessHandle.current().pid();
        long running = ProcessHandle.current().parent().orElseThrow().pid();
        Process gone = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        gone.waitFor();
        report(here + "-1.running", "");
        assertMissing(
                "findings in the build tool's own JVM are printed when that ends, and do not fail the build", here);
        report(running + "-1.running", "");
        assertMissing(
                "process " + running + " is still running: what it finds at exit does not fail the build", running);
        report(gone.pid() + "-1.running", "");
        assertMissing("process " + gone.pid() + " was killed or halted, and did not check for leaks", gone.pid());
    }

    private void assertMissing(String expected, long pid) throws IOException {
        assertEquals(List.of(expected), ExitReports.read(folder).missing());
        Files.delete(folder.folder().resolve(pid + "-1.running"));
    }

    private Path report(String name, String text) throws IOException {
        return Files.writeString(folder.folder().resolve(name), text);
    }
}
