package dev.heapwright.maven.project;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;

/**
 * What a module excludes from a dependency. Its POM has no more than the name; which version it would have been is found in
 * the POMs of dependencies, and looked for only where it may matter.
 *
 * @param classpath what the module runs with, by {@link LeftOutDependencies#name}
 * @param local what is there
 * @param descriptors reads POMs
 */
record ExcludedDependencies(
        Map<String, Artifact> classpath, LocalArtifacts local, OtherDependencies.Descriptors descriptors) {
    private static final String ANY = "*";

    /** {@return what is excluded from a dependency of the module, and may have an allocator} */
    List<Artifact> of(Artifact dependency, Collection<Exclusion> exclusions) {
        return exclusions.stream()
                .flatMap(exclusion -> excluded(dependency, exclusion))
                .toList();
    }

    private Stream<Artifact> excluded(Artifact from, Exclusion exclusion) {
        if (exclusion.getGroupId().equals(ANY) || exclusion.getArtifactId().equals(ANY)) {
            // What this leaves out further below nobody has named.
            return descriptors.of(from).stream().map(Dependency::getArtifact).filter(each -> matches(exclusion, each));
        }
        return local.mayHaveAllocator(exclusion.getGroupId(), exclusion.getArtifactId())
                ? find(from, exclusion).stream()
                : Stream.empty();
    }

    private Optional<Artifact> find(Artifact from, Exclusion exclusion) {
        Set<Artifact> seen = new HashSet<>(Set.of(from));
        Queue<Artifact> waiting = new ArrayDeque<>(seen);
        for (Artifact next = waiting.poll(); next != null; next = waiting.poll()) {
            List<Artifact> declared = descriptors.of(next).stream()
                    .filter(LeftOutDependencies::isPassedOn)
                    .map(Dependency::getArtifact)
                    .toList();
            Optional<Artifact> found =
                    declared.stream().filter(each -> matches(exclusion, each)).findFirst();
            if (found.isPresent()) {
                return found;
            }
            declared.stream()
                    .map(each -> classpath.get(LeftOutDependencies.name(each)))
                    .filter(each -> each != null && seen.add(each))
                    .forEach(waiting::add);
        }
        return Optional.empty();
    }

    private static boolean matches(Exclusion exclusion, Artifact artifact) {
        return matches(exclusion.getGroupId(), artifact.getGroupId())
                && matches(exclusion.getArtifactId(), artifact.getArtifactId());
    }

    private static boolean matches(String pattern, String name) {
        return pattern.equals(ANY) || pattern.equals(name);
    }
}
