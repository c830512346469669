package dev.heapwright.natives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A command line with another JVM in it, for what only a shell can arrange: limits, users, mounts. */
final class ShellCommand {
    private static final String SHELL = "/bin/sh";

    /** The Java of the tests, for a command line. */
    static final String JAVA =
            "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' --enable-native-access=ALL-UNNAMED ";

    private ShellCommand() {}

    /** Skips a test where a command fails, such as one that only root may give. */
    static void assume(String command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(SHELL)) && start(command).waitFor() == 0, "this fails here: " + command);
    }

    /** Runs it to its end, whatever that is, and returns all that it printed. */
    static String output(String command) throws IOException, InterruptedException {
        Process process = start(command);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static Process start(String command) throws IOException {
        return new ProcessBuilder(List.of(SHELL, "-c", command))
                .redirectErrorStream(true)
                .start();
    }
}
