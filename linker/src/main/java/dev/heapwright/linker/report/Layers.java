package dev.heapwright.linker.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A graph in layers, such that each line leads from one layer to the next:
 *
 * <ol>
 * <li>A dependency that would close a cycle is turned round, and remembered as such.
 * <li>A node's layer is the length of the longest way to it.
 * <li>A dependency over several layers gets a bend in each layer between, which has its place there as a node has.
 * </ol>
 *
 * @param layers what stands in each layer, sorted as it was found from the root
 * @param lines a line for each dependency
 */
record Layers<T extends Comparable<T>>(List<List<Slot<T>>> layers, List<Line<T>> lines) {

    /** What has a place in a layer. */
    sealed interface Slot<T> {}

    /** A node of the graph. */
    record Node<T>(T value) implements Slot<T> {}

    /** Where the line of a dependency passes through a layer. */
    record Bend<T>(T from, T to, int layer) implements Slot<T> {}

    /**
     * A dependency.
     *
     * @param slots what it passes through, one in each layer, from a node to a node
     * @param reversed whether it leads from the last of them to the first
     */
    record Line<T>(List<Slot<T>> slots, boolean reversed) {}

    private record Edge<T>(T from, T to, boolean reversed) {}

    /**
     * {@return the layers of all that can be reached}
     *
     * @param root where to begin
     * @param edges the nodes that one leads to
     */
    static <T extends Comparable<T>> Layers<T> of(T root, Map<T, ? extends Collection<T>> edges) {
        Walk<T> walk = new Walk<>(edges);
        walk.visit(root);
        Collections.reverse(walk.finished);
        Map<T, Integer> layerOf = longestWays(walk);
        List<Set<Slot<T>>> layers = new ArrayList<>();
        for (T node : walk.finished) {
            layer(layers, layerOf.getOrDefault(node, 0)).add(new Node<>(node));
        }
        List<Line<T>> lines = new ArrayList<>();
        for (Edge<T> edge : walk.edges) {
            List<Slot<T>> slots = new ArrayList<>();
            slots.add(new Node<>(edge.from()));
            int last = layerOf.getOrDefault(edge.to(), 0);
            for (int i = layerOf.getOrDefault(edge.from(), 0) + 1; i < last; i++) {
                Bend<T> bend = new Bend<>(edge.from(), edge.to(), i);
                layer(layers, i).add(bend);
                slots.add(bend);
            }
            slots.add(new Node<>(edge.to()));
            lines.add(new Line<>(slots, edge.reversed()));
        }
        return new Layers<>(layers.stream().map(List::copyOf).toList(), lines);
    }

    private static <T extends Comparable<T>> Map<T, Integer> longestWays(Walk<T> walk) {
        Map<T, Set<Edge<T>>> out = new HashMap<>();
        walk.edges.forEach(edge ->
                out.computeIfAbsent(edge.from(), each -> new HashSet<>()).add(edge));
        Map<T, Integer> layerOf = new TreeMap<>();
        for (T node : walk.finished) {
            int next = layerOf.computeIfAbsent(node, each -> 0) + 1;
            for (Edge<T> edge : out.getOrDefault(node, Set.of())) {
                layerOf.merge(edge.to(), next, Math::max);
            }
        }
        return layerOf;
    }

    private static <T> Set<Slot<T>> layer(List<Set<Slot<T>>> layers, int number) {
        while (layers.size() <= number) {
            // Two dependencies of which one was turned round pass through the same places.
            layers.add(new LinkedHashSet<>());
        }
        return layers.get(number);
    }

    /** In depth, to find a node only after all that it leads to, and the edges that lead back. */
    private static final class Walk<T extends Comparable<T>> {
        private final Map<T, ? extends Collection<T>> graph;
        private final Set<T> started = new HashSet<>();
        private final Set<T> open = new HashSet<>();
        private final List<T> finished = new ArrayList<>();
        private final List<Edge<T>> edges = new ArrayList<>();

        Walk(Map<T, ? extends Collection<T>> graph) {
            this.graph = graph;
        }

        void visit(T node) {
            started.add(node);
            open.add(node);
            @Nullable Collection<T> next = graph.get(node);
            // The last first: what is finished last will be first.
            for (T to : new TreeSet<>(next == null ? Set.of() : next).descendingSet()) {
                if (!started.contains(to)) {
                    visit(to);
                }
                if (!open.contains(to)) {
                    edges.add(new Edge<>(node, to, false));
                } else if (!to.equals(node)) {
                    edges.add(new Edge<>(to, node, true));
                }
            }
            open.remove(node);
            finished.add(node);
        }
    }
}
