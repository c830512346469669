package dev.heapwright.cli;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.artifact.JarCoordinates;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for what the module runs with. */
@SuppressWarnings("NullAway.Init") // Options with a default are set before a command runs.
final class ClasspathOptions {
    @Option(
            names = "--class-path",
            defaultValue = "",
            description = "jars and class folders that it runs with;"
                    + " each is identified by its Maven metadata or its file name")
    private Paths classPath;

    @Option(
            names = "--artifacts",
            description = "a file that lists what it runs with:"
                    + " ARTIFACT=PATH lines, each artifact GROUP:NAME:VERSION or GROUP:NAME:VERSION:CLASSIFIER")
    private @Nullable Path artifacts;

    @Option(
            names = "--dependencies",
            description = "a file that lists who depends on whom: ARTIFACT->ARTIFACT lines;"
                    + " else the module is taken to depend on all")
    private @Nullable Path dependencies;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    ResolvedClasspath of(Coordinates module) throws IOException {
        List<ResolvedClasspath.Entry> entries = new ArrayList<>();
        read(
                artifacts,
                "=",
                (name, path) -> entries.add(new ResolvedClasspath.Entry(Paths.coordinates(name), Path.of(path))));
        classPath.paths().forEach(path -> entries.add(new ResolvedClasspath.Entry(JarCoordinates.of(path), path)));
        Map<Coordinates, Set<Coordinates>> edges = new HashMap<>();
        if (!isGraphKnown()) {
            entries.forEach(entry -> add(edges, module, entry.coordinates()));
        }
        read(dependencies, "->", (from, to) -> add(edges, Paths.coordinates(from), Paths.coordinates(to)));
        return new ResolvedClasspath(entries, new DependencyGraph(edges));
    }

    boolean isGraphKnown() {
        return dependencies != null;
    }

    private static void add(Map<Coordinates, Set<Coordinates>> edges, Coordinates from, Coordinates to) {
        edges.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }

    private void read(@Nullable Path file, String separator, BiConsumer<String, String> reader) throws IOException {
        for (String line : file == null ? List.<String>of() : Files.readAllLines(file)) {
            int at = line.indexOf(separator);
            if (at < 0 && !line.isBlank()) {
                throw new ParameterException(spec.commandLine(), file + ": no '" + separator + "' in the line " + line);
            } else if (at >= 0) {
                reader.accept(line.substring(0, at), line.substring(at + separator.length()));
            }
        }
    }
}
