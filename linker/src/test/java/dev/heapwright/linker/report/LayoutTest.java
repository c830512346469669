package dev.heapwright.linker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.linker.report.Layout.Box;
import dev.heapwright.linker.report.Layout.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    @Test
    void aDependencyStandsToTheRight() {
        Layout<String> layout = Layout.of(
                Layers.of("app", Map.of("app", List.of("pool"))), name -> new Layout.Size(name.length() * 10, 20));
        assertEquals(
                Map.of("app", new Box(10, 10, 30, 20), "pool", new Box(110, 10, 40, 20)), Map.copyOf(layout.boxes()));
        assertEquals(
                List.of(new Curve(List.of(new Box(10, 10, 30, 20), new Box(110, 10, 40, 20)), false)), layout.curves());
        assertEquals(160, layout.width());
        assertEquals(40, layout.height());
    }

    @Test
    void whatIsJoinedIsNearToEachOther() {
        Layout<String> layout = Layout.of(
                Layers.of("a", Map.of("a", List.of("b", "c"), "b", List.of("z"), "c", List.of("y"))),
                name -> new Layout.Size(10, 20));
        Map<Integer, List<String>> rows = new TreeMap<>();
        layout.boxes()
                .forEach((name, box) ->
                        rows.computeIfAbsent(box.y(), y -> new ArrayList<>()).add(name));
        assertEquals(List.of(List.of("b", "z"), List.of("a"), List.of("c", "y")), List.copyOf(rows.values()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boxesAreApartAndNoLinePassesThroughOne(int seed) {
        Layout<Integer> layout = layout(seed);
        List<Box> boxes = new ArrayList<>(layout.boxes().values());
        Box paper = new Box(0, 0, layout.width(), layout.height());
        for (int i = 0; i < boxes.size(); i++) {
            assertTrue(paper.x() < boxes.get(i).x() && right(boxes.get(i)) < right(paper));
            assertTrue(paper.y() < boxes.get(i).y() && bottom(boxes.get(i)) < bottom(paper));
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                assertFalse(overlap(boxes.get(i), other), boxes.get(i) + " and " + other);
            }
        }
        for (Curve curve : layout.curves()) {
            List<Box> places = curve.places();
            for (int i = 1; i < places.size(); i++) {
                assertTrue(right(places.get(i - 1)) < places.get(i).x());
            }
            for (Box bend : places.subList(1, places.size() - 1)) {
                assertTrue(boxes.stream().noneMatch(box -> overlap(bend, box)), () -> "through a box at " + bend);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameGraphIsAlwaysDrawnAlike(int seed) {
        assertEquals(layout(seed), layout(seed));
        assertEquals(
                new ArrayList<>(layout(seed).boxes().keySet()),
                new ArrayList<>(layout(seed).boxes().keySet()));
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** {@return the layout of a graph at random, which may have cycles} */
    private static Layout<Integer> layout(int seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(25);
        Map<Integer, Set<Integer>> edges = new TreeMap<>();
        for (int i = random.nextInt(3 * nodes); i >= 0; i--) {
            edges.computeIfAbsent(random.nextInt(nodes), each -> new TreeSet<>())
                    .add(random.nextInt(nodes));
        }
        return Layout.of(Layers.of(0, edges), node -> new Layout.Size(20 + node * 31 % 200, 20 + node * 17 % 50));
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < right(b) && b.x() < right(a) && a.y() < bottom(b) && b.y() < bottom(a);
    }

    private static int right(Box box) {
        return box.x() + box.width();
    }

    private static int bottom(Box box) {
        return box.y() + box.height();
    }
}
