package dev.heapwright.linker.report;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.PrintableText;
import dev.heapwright.linker.tree.ArtifactRoles;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws what of a module has to do with allocators as SVG: the artifacts that need one, that are one or that are bound
 * to one, and the artifacts by which the module depends on them. The way to what the module is bound to stands out.
 */
final class ClosureDrawing {
    /** Longer names are shortened; they are whole in the tip that a box has. */
    private static final int MOST_CHARACTERS = 64;

    private static final int CHARACTER_WIDTH = 8;
    private static final int LINE_HEIGHT = 18;
    private static final int PADDING = 10;

    private final LinkedModule module;
    private final Map<Coordinates, Set<Coordinates>> edges;
    private final StringBuilder svg = new StringBuilder();

    private ClosureDrawing(LinkedModule module) {
        this.module = module;
        this.edges = ofInterest(module);
    }

    /** {@return the SVG element} */
    static String of(LinkedModule module) {
        return new ClosureDrawing(module).draw();
    }

    /** {@return how many artifacts are not drawn, as they have nothing to do with allocators} */
    static int left(LinkedModule module) {
        return module.graph().pathsFrom(module.coordinates()).size()
                - ofInterest(module).size();
    }

    /** {@return the part of the graph that is drawn: the module, and what leads to an artifact with roles} */
    private static Map<Coordinates, Set<Coordinates>> ofInterest(LinkedModule module) {
        DependencyGraph graph = module.graph();
        Set<Coordinates> all = graph.pathsFrom(module.coordinates()).keySet();
        Set<Coordinates> some = all.stream()
                .filter(each -> each.equals(module.coordinates())
                        || !roles(module, each).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        for (int size = 0; size < some.size(); ) {
            size = some.size();
            for (Coordinates each : all) {
                if (graph.dependenciesOf(each).stream().anyMatch(some::contains)) {
                    some.add(each);
                }
            }
        }
        Map<Coordinates, Set<Coordinates>> edges = new TreeMap<>();
        for (Coordinates each : some) {
            Set<Coordinates> dependencies = graph.dependenciesOf(each);
            dependencies.retainAll(some);
            edges.put(each, dependencies);
        }
        return edges;
    }

    private String draw() {
        Layers<Coordinates> layers = Layers.of(module.coordinates(), edges);
        Layout<Coordinates> layout = Layout.of(layers, this::size);
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <title>What %3$s runs with</title>
                """.formatted(
                layout.width(), layout.height(), Html.text(module.coordinates().toString())));
        Set<Set<Layers.Slot<Coordinates>>> binding = stepsOfBinding();
        for (int i = 0; i < layout.curves().size(); i++) {
            List<Layers.Slot<Coordinates>> slots = layers.lines().get(i).slots();
            Set<Layers.Slot<Coordinates>> ends = Set.of(slots.get(0), slots.get(slots.size() - 1));
            curve(layout.curves().get(i), binding.contains(ends) ? "dependency binding" : "dependency");
        }
        layout.boxes().forEach(this::box);
        return svg.append("</svg>\n").toString();
    }

    private Layout.Size size(Coordinates artifact) {
        List<String> texts = texts(artifact);
        int longest = texts.stream()
                .map(ClosureDrawing::shortened)
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
        return new Layout.Size(longest * CHARACTER_WIDTH + 2 * PADDING, texts.size() * LINE_HEIGHT + PADDING);
    }

    private List<String> texts(Coordinates artifact) {
        return Stream.concat(Stream.of(artifact.toString()), roles(module, artifact).texts().stream())
                .map(PrintableText::of)
                .toList();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }

    private void box(Coordinates artifact, Layout.Box box) {
        List<String> texts = texts(artifact);
        svg.append("<g class=\"%s\">\n<title>%s</title>\n"
                .formatted(styles(artifact), Html.text(String.join("; ", texts))));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>\n"
                .formatted(box.x(), box.y(), box.width(), box.height()));
        for (int i = 0; i < texts.size(); i++) {
            svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n"
                    .formatted(box.x() + PADDING, box.y() + (i + 1) * LINE_HEIGHT, Html.text(shortened(texts.get(i)))));
        }
        svg.append("</g>\n");
    }

    private static ArtifactRoles roles(LinkedModule module, Coordinates artifact) {
        return Objects.requireNonNull(module.roles().get(artifact));
    }

    private String styles(Coordinates artifact) {
        ArtifactRoles roles = roles(module, artifact);
        List<String> styles = new ArrayList<>(List.of("artifact"));
        if (roles.has(Role.CONSUMER)) {
            styles.add("consumer");
        }
        if (roles.has(Role.ALLOCATOR)) {
            styles.add("allocator");
        }
        if (roles.has(Role.BOUND)) {
            styles.add("bound");
        }
        return String.join(" ", styles);
    }

    private void curve(Layout.Curve curve, String style) {
        StringBuilder path = new StringBuilder();
        Layout.Box last = curve.places().get(0);
        path.append("M%d %d".formatted(right(last), middle(last)));
        for (Layout.Box next : curve.places().subList(1, curve.places().size())) {
            int half = (right(last) + next.x()) / 2;
            path.append(" C%1$d %2$d %1$d %3$d %4$d %3$d".formatted(half, middle(last), middle(next), next.x()));
            // Through a bend it goes straight on.
            path.append(" H%d"
                    .formatted(next.equals(curve.places().get(curve.places().size() - 1)) ? next.x() : right(next)));
            last = next;
        }
        svg.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(style, path));
        svg.append("<path class=\"%s head\" d=\"%s\"/>\n"
                .formatted(style, curve.reversed() ? headAtStart(curve.places().get(0)) : headAtEnd(last)));
    }

    private static String headAtEnd(Layout.Box box) {
        return "M%d %d l-8 -4 v8 z".formatted(box.x(), middle(box));
    }

    private static String headAtStart(Layout.Box box) {
        return "M%d %d l8 -4 v8 z".formatted(right(box), middle(box));
    }

    private static int right(Layout.Box box) {
        return box.x() + box.width();
    }

    private static int middle(Layout.Box box) {
        return box.y() + box.height() / 2;
    }

    /** {@return the dependencies, as the two that they join, on the way to what the module is bound to} */
    private Set<Set<Layers.Slot<Coordinates>>> stepsOfBinding() {
        Set<Set<Layers.Slot<Coordinates>>> steps = new HashSet<>();
        DependencyPath path = module.graph()
                .pathsFrom(module.coordinates())
                .getOrDefault(goal(), DependencyPath.at(module.coordinates()));
        for (int i = 1; i < path.steps().size(); i++) {
            steps.add(Set.of(
                    new Layers.Node<>(path.steps().get(i - 1)),
                    new Layers.Node<>(path.steps().get(i))));
        }
        return steps;
    }

    private Coordinates goal() {
        if (module.decision() instanceof Decision.Link link) {
            return link.artifact();
        }
        return module.decision() instanceof Decision.Adopt adopted ? adopted.from() : module.coordinates();
    }
}
