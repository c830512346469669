package com.example.httpcache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How much of the machine's memory this process uses: the JVM, its heap and everything outside of it. */
final class ResidentSet {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentSet() {}

    /**
     * {@return the current and the peak size, as text; only Linux reports them}
     *
     * @throws IOException if it cannot be read on Linux
     */
    static String description() throws IOException {
        if (!Files.exists(STATUS)) {
            return "not known on " + System.getProperty("os.name");
        }
        List<String> status = Files.readAllLines(STATUS);
        return String.format(
                Locale.ROOT,
                "%.1f MiB, %.1f MiB at its peak",
                mebibytes("VmRSS:", status),
                mebibytes("VmHWM:", status));
    }

    private static double mebibytes(String key, List<String> status) {
        return status.stream()
                        .filter(line -> line.startsWith(key))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }
}
