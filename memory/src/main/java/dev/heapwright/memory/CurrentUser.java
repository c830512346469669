package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user of this process according to the file system: a number. Names are unreliable: {@code user.name} can be set
 * to anything, and is {@code ?} for all users without an entry in {@code /etc/passwd}.
 */
final class CurrentUser {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String USER_IDS = "Uid:";

    private CurrentUser() {}

    /**
     * {@return the user id of files that this process creates; for systems with POSIX permissions}
     *
     * @throws IOException if the system does not provide it
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5)</a>
     */
    static int id() throws IOException {
        if (Files.isReadable(STATUS)) {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(USER_IDS)) {
                    // Real, effective, saved, and that of the file system.
                    return Integer.parseUnsignedInt(line.substring(line.lastIndexOf('\t') + 1));
                }
            }
        }
        try {
            return (int) ForeignLinker.systemFunction("geteuid", methodType(int.class), false)
                    .invokeExact();
        } catch (Throwable refusal) {
            Handles.throwPassing(refusal);
            throw new IOException("the system does not say who the user is", refusal);
        }
    }
}
