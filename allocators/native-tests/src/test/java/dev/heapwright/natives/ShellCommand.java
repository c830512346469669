package dev.heapwright.natives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A command line that runs another JVM, for what only a shell can set up: limits, users, mounts. */
final class ShellCommand {
    private static final String SHELL = "/bin/sh";

    /** The Java of the tests, for use in a command line. */
    static final String JAVA =
            "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' --enable-native-access=ALL-UNNAMED ";

    private ShellCommand() {}

    /** Skips a test if a command fails, such as one that only root may run. */
    static void assume(String command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(SHELL)) && start(command).waitFor() == 0, "this fails here: " + command);
    }

    /** Runs it until it ends, successfully or not, and returns its whole output. */
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
