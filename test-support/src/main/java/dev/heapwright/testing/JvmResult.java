package dev.heapwright.testing;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a child JVM ended.
 *
 * @param command that started it
 * @param exitCode 0 on success; 128 plus the signal's number if a signal ended it, such as 134 for SIGABRT and 139 for
 *     SIGSEGV
 * @param output what it wrote to its standard output, with {@code \n} between lines
 * @param errors what it wrote to its standard error output, likewise
 */
public record JvmResult(List<String> command, int exitCode, String output, String errors) {
    /** Unix: a process that signal n ended has the exit code 128 + n. */
    private static final int SIGNALLED = 128;

    /** {@return the signal that ended it, such as 6 for SIGABRT, or empty if it exited} */
    public OptionalInt signal() {
        return exitCode > SIGNALLED && exitCode < SIGNALLED + 64
                ? OptionalInt.of(exitCode - SIGNALLED)
                : OptionalInt.empty();
    }

    /** {@return everything that it printed: its output, then its errors} */
    public String printed() {
        return output + errors;
    }

    /**
     * {@return this}
     *
     * @throws IllegalStateException if the exit code is not 0; includes everything printed
     */
    public JvmResult succeeded() {
        if (exitCode != 0) {
            throw new IllegalStateException(toString());
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join(" ", command) + "\nended with " + exitCode + "\noutput:\n" + output + "\nerrors:\n" + errors;
    }
}
