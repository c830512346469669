package dev.heapwright.linker.tree;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a module for Graphviz, in the DOT language: with all dependencies, not only those of the tree. */
public final class DotTree {
    private DotTree() {}

    /**
     * {@return the graph, each line ended by {@code \n}}
     *
     * @param module what to render
     */
    public static String render(LinkedModule module) {
        DependencyGraph graph = module.graph();
        List<Coordinates> artifacts =
                graph.pathsFrom(module.coordinates()).keySet().stream().sorted().toList();
        StringBuilder text = new StringBuilder();
        text.append("digraph ").append(quoted(module.coordinates().toString())).append(" {\n");
        text.append("  label=").append(quoted(title(module))).append(";\n");
        text.append("  labelloc=t;\n");
        text.append("  node [shape=box];\n");
        Map<Coordinates, ArtifactRoles> allRoles = module.roles();
        for (Coordinates artifact : artifacts) {
            ArtifactRoles roles = Objects.requireNonNull(allRoles.get(artifact));
            String label = Stream.concat(Stream.of(artifact.toString()), roles.texts().stream())
                    .collect(Collectors.joining("\n"));
            text.append("  %s [label=%s%s];\n".formatted(quoted(artifact.toString()), quoted(label), style(roles)));
        }
        for (Coordinates from : artifacts) {
            for (Coordinates to : graph.dependenciesOf(from)) {
                text.append("  %s -> %s;\n".formatted(quoted(from.toString()), quoted(to.toString())));
            }
        }
        return text.append("}\n").toString();
    }

    private static String title(LinkedModule module) {
        Stream<String> headlines = module.problems().stream().map(DiagnosticRenderer::headline);
        return Stream.concat(Stream.of(module.description(), module.outcome()), headlines)
                .collect(Collectors.joining("\n"));
    }

    private static String style(ArtifactRoles roles) {
        String binding = roles.has(Role.BOUND) ? ", peripheries=2" : "";
        if (roles.has(Role.ALLOCATOR)) {
            return binding + ", style=filled, fillcolor=palegreen";
        }
        return roles.has(Role.CONSUMER) ? binding + ", style=filled, fillcolor=lightyellow" : binding;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
