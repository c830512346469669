package dev.heapwright.linker.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the parts of a graph in layers are drawn, in pixels: each layer is a column, from left to right, and what stands
 * in a layer is stacked, near to what it is joined to. No two boxes overlap, and no line passes through one.
 *
 * @param boxes the nodes, in the order of the layers
 * @param curves the dependencies
 * @param width of the whole
 * @param height of the whole
 */
record Layout<T extends Comparable<T>>(Map<T, Box> boxes, List<Curve> curves, int width, int height) {
    private static final int MARGIN = 10;
    private static final int BETWEEN_LAYERS = 70;
    private static final int BETWEEN_BOXES = 16;
    private static final int BEND_HEIGHT = 4;
    private static final int SWEEPS = 8;

    /**
     * A node.
     *
     * @param x of its left side
     * @param y of its upper side
     * @param width in pixels
     * @param height in pixels
     */
    record Box(int x, int y, int width, int height) {}

    /**
     * A dependency, as the places that it passes through from left to right: it enters each at the middle of its left
     * side, and leaves it at the middle of its right side.
     *
     * @param places the first and the last are nodes
     * @param reversed whether it leads from right to left
     */
    record Curve(List<Box> places, boolean reversed) {}

    /**
     * How large a node is.
     *
     * @param width in pixels
     * @param height in pixels
     */
    record Size(int width, int height) {}

    /**
     * {@return where the parts of a graph are drawn}
     *
     * @param graph in layers
     * @param size tells how large a node is
     */
    static <T extends Comparable<T>> Layout<T> of(Layers<T> graph, Function<T, Size> size) {
        List<List<Layers.Slot<T>>> layers = inOrder(graph);
        int height = layers.stream()
                .mapToInt(layer -> columnHeight(layer, size))
                .max()
                .orElse(0);
        Map<Layers.Slot<T>, Box> places = new HashMap<>();
        Map<T, Box> boxes = new LinkedHashMap<>();
        int x = MARGIN;
        for (List<Layers.Slot<T>> layer : layers) {
            int width = layer.stream()
                    .mapToInt(slot -> size(slot, size).width())
                    .max()
                    .orElse(0);
            int y = MARGIN + (height - columnHeight(layer, size)) / 2;
            for (Layers.Slot<T> slot : layer) {
                boolean isNode = slot instanceof Layers.Node<T>;
                Size own = size(slot, size);
                Box box = new Box(x, y, isNode ? own.width() : width, own.height());
                places.put(slot, box);
                if (slot instanceof Layers.Node<T> node) {
                    boxes.put(node.value(), box);
                }
                y += own.height() + BETWEEN_BOXES;
            }
            x += width + BETWEEN_LAYERS;
        }
        List<Curve> curves = new ArrayList<>();
        for (Layers.Line<T> line : graph.lines()) {
            List<Box> way = line.slots().stream()
                    .flatMap(slot -> Stream.ofNullable(places.get(slot)))
                    .toList();
            curves.add(new Curve(way, line.reversed()));
        }
        return new Layout<>(boxes, curves, x - BETWEEN_LAYERS + MARGIN, height + 2 * MARGIN);
    }

    private static <T> int columnHeight(List<Layers.Slot<T>> layer, Function<T, Size> size) {
        return layer.stream().mapToInt(slot -> size(slot, size).height()).sum() + (layer.size() - 1) * BETWEEN_BOXES;
    }

    private static <T> Size size(Layers.Slot<T> slot, Function<T, Size> size) {
        return slot instanceof Layers.Node<T> node ? size.apply(node.value()) : new Size(0, BEND_HEIGHT);
    }

    /** Sorts each layer by the mean place of what its slots are joined to, to the left and to the right in turn. */
    private static <T extends Comparable<T>> List<List<Layers.Slot<T>>> inOrder(Layers<T> graph) {
        Map<Layers.Slot<T>, List<Layers.Slot<T>>> left = new HashMap<>();
        Map<Layers.Slot<T>, List<Layers.Slot<T>>> right = new HashMap<>();
        for (Layers.Line<T> line : graph.lines()) {
            for (int i = 1; i < line.slots().size(); i++) {
                Layers.Slot<T> from = line.slots().get(i - 1);
                Layers.Slot<T> to = line.slots().get(i);
                right.computeIfAbsent(from, each -> new ArrayList<>()).add(to);
                left.computeIfAbsent(to, each -> new ArrayList<>()).add(from);
            }
        }
        List<List<Layers.Slot<T>>> layers = new ArrayList<>(graph.layers());
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 1; i < layers.size(); i++) {
                layers.set(i, sorted(layers.get(i), left, layers.get(i - 1)));
            }
            for (int i = layers.size() - 2; i >= 0; i--) {
                layers.set(i, sorted(layers.get(i), right, layers.get(i + 1)));
            }
        }
        return layers;
    }

    private static <S> List<S> sorted(List<S> layer, Map<S, List<S>> joined, List<S> neighbours) {
        Map<S, Integer> places = new HashMap<>();
        neighbours.forEach(each -> places.put(each, places.size()));
        Map<S, Double> means = new HashMap<>();
        for (int i = 0; i < layer.size(); i++) {
            // What is joined to nothing there stays where it is.
            means.put(
                    layer.get(i),
                    joined.getOrDefault(layer.get(i), List.of()).stream()
                            .mapToInt(each -> places.getOrDefault(each, 0))
                            .average()
                            .orElse(i));
        }
        return layer.stream()
                .sorted(Comparator.comparingDouble(slot -> means.getOrDefault(slot, 0.0)))
                .toList();
    }
}
