package dev.heapwright.core.link;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The module being built and everything that it will run with.
 *
 * @param module the module being built, with what is known of its own classes
 * @param dependencies its runtime dependencies, direct and transitive, in any order
 * @param among which of them depend on which
 */
public record Closure(Artifact module, List<Artifact> dependencies, Dependencies among) {
    /** Nothing keeps a command line from calling two jars the same. */
    private static final Comparator<Artifact> ORDER =
            Comparator.comparing(Artifact::coordinates).thenComparing(Artifact::toString);

    /** Sorts the dependencies by coordinates, then by contents, and resolves the allocators that they select. */
    public Closure {
        List<Artifact> sorted = dependencies.stream().sorted(ORDER).toList();
        dependencies = sorted.stream().map(each -> each.withChosen(sorted)).toList();
    }

    /**
     * {@return the module and then its dependencies, those with the shortest path first, so that a conflict shows the
     * nearer contender first}
     */
    List<Artifact> nearestFirst() {
        Map<Coordinates, DependencyPath> paths = graph().pathsFrom(module.coordinates());
        Comparator<Artifact> nearest = Comparator.comparingInt(
                artifact -> path(paths, module, artifact).length());
        return artifacts().stream().sorted(nearest.thenComparing(ORDER)).toList();
    }

    /** {@return which artifacts depend on which} */
    public DependencyGraph graph() {
        return among.graph();
    }

    /**
     * {@return the module and then its dependencies}
     */
    public List<Artifact> artifacts() {
        return Stream.concat(Stream.of(module), dependencies.stream()).toList();
    }

    /**
     * {@return this closure, in which certain artifacts take precedence: if one of them has an allocator, those of all
     * others are removed}
     *
     * @param preferred the artifacts whose allocators take precedence
     */
    public Closure preferring(Set<Coordinates> preferred) {
        if (!hasAllocatorIn(preferred)) {
            return this;
        }
        UnaryOperator<Artifact> others =
                each -> preferred.contains(each.coordinates()) ? each : each.withAllocators(List.of());
        return new Closure(
                others.apply(module), dependencies.stream().map(others).toList(), among);
    }

    /**
     * {@return whether one of certain artifacts has an allocator}
     *
     * @param some coordinates of artifacts
     */
    public boolean hasAllocatorIn(Set<Coordinates> some) {
        return artifacts().stream()
                .anyMatch(each ->
                        some.contains(each.coordinates()) && !each.allocators().isEmpty());
    }

    /** {@return whether the heap is in it, so that allocations can be made} */
    public boolean hasHeap() {
        return artifacts().stream().anyMatch(Artifact::hasHeap);
    }

    /** {@return whether the heap is in it and no dependency carries glue: without glue of its own, nothing can be allocated} */
    public boolean hasUnboundHeap() {
        return hasHeap()
                && dependencies.stream().allMatch(each -> each.bindings().isEmpty());
    }

    /**
     * {@return the artifact that contains an allocator which an artifact of the closure links: that artifact itself, or
     * the one it selects from}
     */
    Artifact holder(Contender<AllocatorClass> contender) {
        return contender.artifact().choices().stream()
                .filter(choice -> choice.type().equals(contender.what().type()))
                .flatMap(choice -> contender.artifact().holder(choice, dependencies).stream())
                .findFirst()
                .orElse(contender.artifact());
    }

    /** {@return the nearest artifact that has an available allocator of that name, and the allocator} */
    Optional<Contender<AllocatorClass>> available(ClassName type) {
        return nearest(artifact -> artifact.available().isEmpty()
                        ? List.of()
                        : artifact.available(type).stream().toList())
                .stream()
                .findFirst();
    }

    /** {@return the nearest artifact that has an allocator of that name, linked or available, and the allocator} */
    Optional<Contender<AllocatorClass>> allocator(ClassName type) {
        return nearest(Artifact::allocators).stream()
                .filter(contender -> contender.what().type().equals(type))
                .findFirst()
                .or(() -> available(type));
    }

    /** {@return what the artifacts have, the nearest first; with at most one, no paths are computed} */
    List<Contender<AllocatorClass>> nearest(Function<Artifact, List<AllocatorClass>> what) {
        List<Contender<AllocatorClass>> all = Contender.all(artifacts(), what);
        return all.size() <= 1 ? all : Contender.all(nearestFirst(), what);
    }

    /**
     * {@return the shortest path from the module to one of its artifacts}
     *
     * @param artifact the module or a dependency
     */
    public DependencyPath pathTo(Artifact artifact) {
        return path(graph().pathsFrom(module.coordinates()), module, artifact);
    }

    /**
     * An artifact that the graph does not reach was added to the class path by the build, as if the module depended on
     * it.
     */
    private static DependencyPath path(Map<Coordinates, DependencyPath> paths, Artifact module, Artifact artifact) {
        DependencyPath path = paths.get(artifact.coordinates());
        return path != null ? path : DependencyPath.at(module.coordinates()).to(artifact.coordinates());
    }
}
