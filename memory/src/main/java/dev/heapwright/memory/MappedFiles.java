package dev.heapwright.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that are mapped into this process, on Linux. They are searched in a JVM that has just started, so it takes nothing
 * that is slow for the first time, such as a regular expression, a stream or a lambda.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html">proc_pid_maps(5)</a>
 */
final class MappedFiles {
    private static final Path LIST = Path.of("/proc/self/maps");

    private MappedFiles() {}

    /**
     * {@return the first file of a name; one that was deleted or replaced since has another}
     *
     * @throws java.nio.file.InvalidPathException if the path cannot be represented here
     */
    static Optional<Path> named(String name) throws IOException {
        return first(name, "");
    }

    /**
     * {@return the first file whose name is something with letters from a to z in its middle}
     *
     * @param start of the name
     * @param end of the name, not empty
     * @throws java.nio.file.InvalidPathException if the path cannot be represented here
     */
    static Optional<Path> named(String start, String end) throws IOException {
        return first(start, end);
    }

    private static Optional<Path> first(String start, String end) throws IOException {
        String list = new String(Files.readAllBytes(LIST), StandardCharsets.UTF_8);
        // Hardly any line contains it.
        int found = list.indexOf('/' + start);
        while (found >= 0) {
            int lineEnd = list.indexOf('\n', found);
            String name = list.substring(found + 1, lineEnd < 0 ? list.length() : lineEnd);
            if (end.isEmpty() ? name.equals(start) : isBetween(start, name, end)) {
                return Optional.of(Path.of(list.substring(pathStart(list, found), found + 1 + name.length())));
            }
            found = list.indexOf('/' + start, found + 1);
        }
        return Optional.empty();
    }

    /** Nothing before the path contains a slash. */
    private static int pathStart(String list, int within) {
        return list.indexOf('/', list.lastIndexOf('\n', within) + 1);
    }

    private static boolean isBetween(String start, String name, String end) {
        int to = name.length() - end.length();
        if (to <= start.length() || !name.endsWith(end)) {
            return false;
        }
        for (int i = start.length(); i < to; i++) {
            if (name.charAt(i) < 'a' || name.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }
}
