package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.build.PathList;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.build.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What a module runs with, as listed in text files, for build tools that Heapwright cannot ask.
 *
 * @param artifacts a file with a line {@code GROUP:NAME:VERSION=PATH} for each artifact, with {@code :CLASSIFIER} after the
 *     version if it has one
 * @param classPath further jars and class folders, each identified by {@link JarCoordinates}
 * @param dependencies a file with a line {@code ARTIFACT->ARTIFACT} for each dependency; if there is no such file, the module
 *     is assumed to depend on each artifact, and these on nothing
 */
public record ListedClasspath(Optional<Path> artifacts, List<Path> classPath, Optional<Path> dependencies) {
    private static final String ARTIFACT = "GROUP:NAME:VERSION";

    /** Copies the list. */
    public ListedClasspath {
        classPath = List.copyOf(classPath);
    }

    /**
     * {@return all of it}
     *
     * @param module that runs with it
     * @throws DiagnosticException if a line is malformed
     * @throws IOException if a file cannot be read
     */
    public ResolvedClasspath read(Coordinates module) throws DiagnosticException, IOException {
        List<ResolvedClasspath.Entry> entries = new ArrayList<>();
        read(artifacts, "=", "PATH", (artifact, text) -> {
            Optional<Path> path = path(text.strip());
            path.ifPresent(location -> entries.add(new ResolvedClasspath.Entry(artifact, location)));
            return path.isPresent();
        });
        JarCoordinates.of(classPath).forEach((path, name) -> entries.add(new ResolvedClasspath.Entry(name, path)));
        Map<Coordinates, Set<Coordinates>> edges = new HashMap<>();
        if (dependencies.isEmpty()) {
            entries.forEach(entry -> add(edges, module, entry.coordinates()));
        }
        read(dependencies, "->", ARTIFACT, (from, text) -> {
            Optional<Coordinates> to = Coordinates.parse(text);
            to.ifPresent(artifact -> add(edges, from, artifact));
            return to.isPresent();
        });
        return new ResolvedClasspath(entries, new DependencyGraph(edges));
    }

    /**
     * {@return a problem for each jar that is not there: the JVM passes over it, and another allocator would be linked than
     * the one that it was to bring}
     *
     * @param resolved whose class folders may be missing, as nothing may have been compiled into them
     */
    public static List<Diagnostic> missing(ResolvedClasspath resolved) {
        return resolved.artifacts().stream()
                .filter(each -> PathList.isJar(each.location()))
                .filter(each -> !Files.exists(each.location()))
                .map(each -> Diagnostic.error(DiagnosticId.UNREADABLE_ARTIFACT, each.coordinates() + " cannot be read")
                        .at(new Location.File(each.location().toString()))
                        .withDetail("there is no such file")
                        .withHelp("build or download it first, or remove it from the class path"))
                .toList();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void add(Map<Coordinates, Set<Coordinates>> edges, Coordinates from, Coordinates to) {
        edges.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }

    /** Has a reader read each line: the artifact before the separator, and the text after it. It says whether it could. */
    private static void read(
            Optional<Path> list, String separator, String second, BiPredicate<Coordinates, String> reader)
            throws DiagnosticException, IOException {
        List<String> lines = list.isEmpty() ? List.of() : TextFile.lines(list.get());
        for (int i = 0; i < lines.size(); i++) {
            String[] sides = lines.get(i).split(separator, 2);
            Optional<Coordinates> first = Coordinates.parse(sides[0]);
            boolean isRead = sides.length == 2 && first.isPresent() && reader.test(first.get(), sides[1]);
            if (!isRead && !lines.get(i).isBlank()) {
                throw new DiagnosticException(List.of(Diagnostic.error(
                                DiagnosticId.INVALID_CONFIGURATION,
                                "'%s' is not of the form %s%s%s".formatted(lines.get(i), ARTIFACT, separator, second))
                        .at(new Location.Source(list.map(Path::toString).orElse(""), i + 1, 1))
                        .withHelp(
                                "list one artifact or dependency on each line; after its version, an artifact may have"
                                        + " :CLASSIFIER")));
            }
        }
    }
}
