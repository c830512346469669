package dev.heapwright.linker.build;

import dev.heapwright.core.link.Dependencies;
import dev.heapwright.core.name.Coordinates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A module's runtime class path, as its build tool has resolved it.
 *
 * @param artifacts direct and transitive, in the order of the class path
 * @param dependencies which of them and the module depend on which
 */
public record ResolvedClasspath(List<Entry> artifacts, Dependencies dependencies) {
    /** Copies the list. */
    public ResolvedClasspath {
        artifacts = List.copyOf(artifacts);
    }

    /**
     * One artifact.
     *
     * @param coordinates the artifact's
     * @param location its jar or class folder; a folder need not exist
     */
    public record Entry(Coordinates coordinates, Path location) {}

    /** {@return the locations of the artifacts, in the order of the class path} */
    public List<Path> locations() {
        return artifacts.stream().map(Entry::location).toList();
    }

    /**
     * {@return the direct dependencies of an artifact, as {@code groupId:artifactId}}
     *
     * @param artifact its coordinates
     */
    public Set<String> direct(Coordinates artifact) {
        return dependencies.graph().dependenciesOf(artifact).stream()
                .map(Coordinates::versionless)
                .collect(Collectors.toSet());
    }

    /**
     * {@return the location of an artifact, of any version; empty if it is not on the class path}
     *
     * @param artifact its coordinates
     */
    public Optional<Path> locate(Coordinates artifact) {
        return artifacts.stream()
                .filter(each -> each.coordinates().isVersionOf(artifact))
                .map(Entry::location)
                .findFirst();
    }
}
