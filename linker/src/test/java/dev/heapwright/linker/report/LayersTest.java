package dev.heapwright.linker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void aNodeStandsBehindAllThatLeadToIt() {
        assertEquals(
                List.of("app", "io", "pool"),
                nodes(Layers.of("app", Map.of("app", List.of("pool", "io"), "io", List.of("pool")))));
    }

    @Test
    void aLineOverSeveralLayersHasABendInEachBetween() {
        Layers<String> layers = Layers.of("a", Map.of("a", List.of("b", "d"), "b", List.of("c"), "c", List.of("d")));
        assertEquals(
                List.of(
                        new Layers.Node<>("a"),
                        new Layers.Bend<>("a", "d", 1),
                        new Layers.Bend<>("a", "d", 2),
                        new Layers.Node<>("d")),
                layers.lines().stream()
                        .map(Layers.Line::slots)
                        .filter(slots -> slots.size() > 2)
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                List.of(1, 2, 2, 1), layers.layers().stream().map(List::size).toList());
    }

    @Test
    void aCycleIsDrawnWithALineThatLeadsBack() {
        Layers<String> layers =
                Layers.of("a", Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("c", "b", "a")));
        assertEquals(List.of("a", "b", "c"), nodes(layers));
        assertEquals(
                List.of("[a, b]", "[a, c] reversed", "[b, c]", "[b, c] reversed"),
                layers.lines().stream().map(LayersTest::ends).sorted().toList());
    }

    @Test
    void whatCannotBeReachedIsNotThere() {
        assertEquals(List.of("a"), nodes(Layers.of("a", Map.of("b", List.of("a")))));
    }

    private static String ends(Layers.Line<String> line) {
        List<String> nodes = line.slots().stream()
                .filter(Layers.Node.class::isInstance)
                .map(LayersTest::name)
                .toList();
        return nodes + (line.reversed() ? " reversed" : "");
    }

    /** {@return for each layer its nodes} */
    private static List<String> nodes(Layers<String> layers) {
        return layers.layers().stream()
                .map(layer -> layer.stream()
                        .filter(Layers.Node.class::isInstance)
                        .map(LayersTest::name)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String name(Layers.Slot<String> slot) {
        return slot instanceof Layers.Node<String> node ? node.value() : "";
    }
}
