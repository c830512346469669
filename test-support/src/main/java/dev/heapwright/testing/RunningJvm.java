package dev.heapwright.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child JVM that was started.
 *
 * <p>Its output goes to files, so that it never waits for a reader, however much it prints.
 */
public final class RunningJvm {
    /** Far longer than any test's program takes on a slow machine: one that takes longer hangs. */
    private static final Duration WATCHDOG = Duration.ofMinutes(5);

    private final List<String> command;
    private final Process process;
    private final Path output;
    private final Path errors;

    private RunningJvm(List<String> command, Process process, Path output, Path errors) {
        this.command = command;
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    static RunningJvm start(ProcessBuilder builder) throws IOException {
        Path output = Files.createTempFile("child-jvm", ".out");
        Path errors = Files.createTempFile("child-jvm", ".err");
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        return new RunningJvm(List.copyOf(builder.command()), builder.start(), output, errors);
    }

    /** {@return the process, for its input and its id} */
    public Process process() {
        return process;
    }

    /**
     * Waits until the program ends; may be called only once.
     *
     * @return how it ended and what it printed
     * @throws IllegalStateException if it does not end within minutes; includes what it printed before it was killed
     */
    public JvmResult result() throws IOException, InterruptedException {
        return result(WATCHDOG);
    }

    /**
     * Waits until the program ends; may be called only once.
     *
     * @param watchdog the time after which the program is killed
     * @return how it ended and what it printed
     * @throws IllegalStateException if it had to be killed; includes what it printed until then
     */
    public JvmResult result(Duration watchdog) throws IOException, InterruptedException {
        boolean ended = process.waitFor(watchdog.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        JvmResult result = new JvmResult(command, process.exitValue(), take(output), take(errors));
        if (!ended) {
            throw new IllegalStateException("killed after " + watchdog + ": " + result);
        }
        return result;
    }

    private static String take(Path file) throws IOException {
        // In any encoding: a crash may print arbitrary bytes.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Files.delete(file);
        return text.replace(System.lineSeparator(), "\n");
    }
}
