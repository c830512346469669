package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which artifacts depend on which. If several versions of an artifact were requested, all dependencies on it lead to
 * the selected one.
 *
 * @param edges for each artifact, those that it depends on directly; an artifact without dependencies may be absent
 */
public record DependencyGraph(Map<Coordinates, Set<Coordinates>> edges) implements Dependencies {

    /** Copies the map, sorted. */
    public DependencyGraph {
        SortedMap<Coordinates, Set<Coordinates>> sorted = new TreeMap<>();
        edges.forEach((from, to) -> sorted.put(from, new TreeSet<>(to)));
        edges = sorted;
    }

    @Override
    public DependencyGraph graph() {
        return this;
    }

    @Override
    public boolean mayReach(Coordinates from, Set<Coordinates> others) {
        return !Collections.disjoint(pathsFrom(from).keySet(), others);
    }

    /**
     * {@return the artifacts that one depends on directly, sorted}
     *
     * @param artifact the one that depends
     */
    public SortedSet<Coordinates> dependenciesOf(Coordinates artifact) {
        return new TreeSet<>(edges.getOrDefault(artifact, Set.of()));
    }

    /**
     * {@return a shortest path to each reachable artifact, including the start; of equally short ones, that whose
     * coordinates sort first. Ordered by length}
     *
     * @param start where the paths begin
     */
    public Map<Coordinates, DependencyPath> pathsFrom(Coordinates start) {
        return pathsFrom(start, artifact -> false);
    }

    /**
     * {@return the same, without what can be reached only through certain artifacts}
     *
     * @param start where the paths begin
     * @param isEnd the artifacts where paths end, their own dependencies not followed
     */
    Map<Coordinates, DependencyPath> pathsFrom(Coordinates start, Predicate<Coordinates> isEnd) {
        Map<Coordinates, DependencyPath> paths = new LinkedHashMap<>();
        Queue<DependencyPath> waiting = new ArrayDeque<>();
        paths.put(start, DependencyPath.at(start));
        waiting.add(DependencyPath.at(start));
        // Breadth-first, and sorted at each step, so the first path found to an artifact is the right one.
        for (DependencyPath path = waiting.poll(); path != null; path = waiting.poll()) {
            if (!isEnd.test(path.end())) {
                for (Coordinates next : dependenciesOf(path.end())) {
                    if (!paths.containsKey(next)) {
                        DependencyPath longer = path.to(next);
                        paths.put(next, longer);
                        waiting.add(longer);
                    }
                }
            }
        }
        return paths;
    }
}
