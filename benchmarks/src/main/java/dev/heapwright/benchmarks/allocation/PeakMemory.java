package dev.heapwright.benchmarks.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The largest resident set of this process so far, as reported by Linux. */
final class PeakMemory {
    private PeakMemory() {}

    /** {@return the peak, in MiB} */
    static double mebibytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(each -> each.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"));
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }
}
