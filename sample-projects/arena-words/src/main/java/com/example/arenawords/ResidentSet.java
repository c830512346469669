package com.example.arenawords;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The resident set of the process, as reported by Linux. */
final class ResidentSet {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentSet() {}

    /** {@return the current and the peak size, as text} */
    static String now() {
        if (!Files.isReadable(STATUS)) {
            return "not known on " + System.getProperty("os.name");
        }
        try {
            Map<String, String> status = Files.readAllLines(STATUS).stream()
                    .map(line -> line.split(":\\s*", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
            return mebibytes(status.get("VmRSS")) + ", at most " + mebibytes(status.get("VmHWM"));
        } catch (IOException e) {
            return "not known: " + e.getMessage();
        }
    }

    private static String mebibytes(String kibibytes) {
        return String.format(Locale.ROOT, "%.0f MiB", Integer.parseInt(kibibytes.replace(" kB", "")) / 1024.0);
    }
}
