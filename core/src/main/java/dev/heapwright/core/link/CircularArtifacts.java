package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds allocator artifacts that depend on a consumer: once linked, the heap would allocate from an allocator that
 * allocates from the heap. Artifacts that are already bound are exempt, and so is the module if it is linked itself:
 * there, the allocator need not use the consumers, so its code is examined instead
 * ({@link dev.heapwright.core.reach.Reach}).
 *
 * @param closure the module being built and what it runs with
 * @param kind what it produces
 * @param dialect where dependencies are declared
 */
record CircularArtifacts(Closure closure, Kind kind, Dialect dialect) {

    /**
     * {@return an error for each consumer that an allocator artifact depends on, unless it does so only through another
     * consumer}
     */
    List<Diagnostic> problems() {
        Map<Coordinates, Artifact> consumers = new TreeMap<>();
        for (Artifact artifact : closure.artifacts()) {
            if (!artifact.consumers().isEmpty()) {
                consumers.putIfAbsent(artifact.coordinates(), artifact);
            }
        }
        // Nearly always there is no path; finding the shortest one takes longer.
        if (closure.artifacts().stream()
                .filter(this::isForOthersToLink)
                .noneMatch(allocator -> closure.among().mayReach(allocator.coordinates(), consumers.keySet()))) {
            return List.of();
        }
        return closure.nearestFirst().stream()
                .filter(this::isForOthersToLink)
                .flatMap(allocator ->
                        closure.graph().pathsFrom(allocator.coordinates(), consumers::containsKey).values().stream()
                                .flatMap(path -> Stream.ofNullable(consumers.get(path.end()))
                                        .map(consumer -> problem(allocator, path, consumer))))
                .toList();
    }

    private boolean isForOthersToLink(Artifact artifact) {
        return !artifact.allocators().isEmpty()
                && artifact.bindings().isEmpty()
                && !(kind.isFinal() && artifact.equals(closure.module()));
    }

    private Diagnostic problem(Artifact allocator, DependencyPath path, Artifact consumer) {
        Diagnostic problem = Diagnostic.error(
                        DiagnosticId.CIRCULAR_DEPENDENCY,
                        "circular dependency: allocator %s %s, which needs an allocator"
                                .formatted(
                                        allocator.allocators().get(0).type(),
                                        path.length() == 0
                                                ? "is in " + consumer.coordinates()
                                                : "depends on " + consumer.coordinates()))
                .withDetail(cycle(path) + "   (" + consumer.consumers().get(0) + " needs an allocator)");
        DependencyPath way = closure.pathTo(allocator);
        problem = problem.at(dialect.declaration(way.length() == 0 ? path : way));
        return way.length() == 0
                ? problem.withHelp(
                                "an allocator may only depend on artifacts that need no allocator: remove the dependency,")
                        .withHelp(
                                "or move the code that needs an allocator to another module; an allocator gets memory from")
                        .withHelp("dev.heapwright.memory.CHeap")
                : problem.withDetail("via " + way)
                        .withHelp("link another allocator, or have that dependency removed from %s"
                                .formatted(allocator.coordinates().versionless()));
    }

    /** Drawn as a cycle: back to the allocator, from which the consumer would allocate. */
    private static String cycle(DependencyPath path) {
        List<String> steps = path.steps().stream().map(Coordinates::toString).toList();
        return String.join(" -> ", steps) + " -> " + steps.get(0);
    }
}
