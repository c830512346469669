package dev.heapwright.core.link;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The module being built and all that it will run with.
 *
 * @param module the module being built, with what is known of its own classes
 * @param dependencies its runtime dependencies, direct and transitive; their order is of no meaning
 */
public record Closure(Artifact module, List<Artifact> dependencies) {
    // Whoever sees two parties of a conflict sees the nearer first; the rest of the order only has to be one.
    private static final Comparator<Artifact> ORDER = Comparator.<Artifact>comparingInt(
                    artifact -> artifact.path().size())
            .thenComparing(Artifact::coordinates)
            // Artifacts that differ in their classifiers only have the same coordinates here.
            .thenComparing(Artifact::toString);

    /** Sorts the dependencies: those with the shortest path first, then by coordinates, then by what is in them. */
    public Closure {
        dependencies = dependencies.stream().sorted(ORDER).toList();
    }

    /**
     * {@return the module and then its dependencies}
     */
    public List<Artifact> artifacts() {
        return Stream.concat(Stream.of(module), dependencies.stream()).toList();
    }
}
