package dev.heapwright.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The files that are mapped into this process, on Linux.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html">proc_pid_maps(5)</a>
 */
final class MappedFiles {
    private static final Path LIST = Path.of("/proc/self/maps");

    private MappedFiles() {}

    /**
     * {@return the first file whose path matches; one that was deleted or replaced since does not, unless the expression allows
     * for what is behind its path}
     *
     * @param path a regular expression for the whole path
     * @throws java.nio.file.InvalidPathException if the path cannot be represented here
     */
    static Optional<Path> matching(String path) throws IOException {
        Predicate<String> matches = Pattern.compile(path).asMatchPredicate();
        return new String(Files.readAllBytes(LIST), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.indexOf('/') >= 0)
                .map(line -> line.substring(line.indexOf('/')))
                .filter(matches)
                .findFirst()
                .map(Path::of);
    }
}
