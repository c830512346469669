package dev.heapwright.linker.report;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.TextStyle;
import dev.heapwright.linker.tree.ArtifactRoles;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.Role;
import dev.heapwright.linker.tree.TreeNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes what a report says of one module: what came of linking it and what is wrong, then who has an allocator, who
 * needs one and how each is reached, then the tree.
 */
final class SectionWriter {
    /** Longer lists are folded, so that the tree is not far below. */
    private static final int LONG = 10;

    private final LinkedModule module;
    private final DependencyGraph graph;
    private final Map<Coordinates, DependencyPath> paths;
    private final Map<Coordinates, ArtifactRoles> roles;
    private final ArtifactLinks links;

    private SectionWriter(LinkedModule module) {
        this.module = module;
        this.graph = module.graph();
        this.paths = graph.pathsFrom(module.coordinates());
        this.roles = module.roles();
        this.links = new ArtifactLinks(module.coordinates());
    }

    /**
     * {@return the HTML element}
     *
     * @param more elements that follow the tree
     */
    static String write(LinkedModule module, String more) throws IOException {
        return new SectionWriter(module).section(more);
    }

    private String section(String more) throws IOException {
        Outcome outcome = Outcome.of(module.decision());
        // Contenders of a conflict stand beside each other.
        List<DependencyPath> allocators = paths.values().stream()
                .filter(this::hasAllocator)
                .sorted(Comparator.comparing(path -> !roles(path).bringsAllocator()))
                .toList();
        List<DependencyPath> consumers = paths.values().stream()
                .filter(path -> roles(path).has(Role.CONSUMER))
                .toList();
        return """
                <section>
                <h2>%s</h2>
                <p class="outcome %s">%s</p>
                %s%s<p>%s</p>
                <details%s>
                <summary><b>%d</b> %s, <b>%d</b> with an allocator, <b>%d</b> needing one</summary>
                %s%s<h3>Runtime dependencies</h3>
                %s</details>
                %s</section>
                """.formatted(
                        Html.text(module.coordinates().versionless()),
                        outcome.style(),
                        Html.text(module.outcome()),
                        passedOver(),
                        problems(),
                        Html.text(module.description()),
                        outcome == Outcome.NOT_BOUND ? "" : " open=\"\"",
                        paths.size(),
                        paths.size() == 1 ? "artifact" : "artifacts",
                        allocators.size(),
                        consumers.size(),
                        list("Allocators", allocators, this::otherWays),
                        list("Needs an allocator", consumers, path -> ""),
                        FoldedTree.of(TreeNode.of(module)),
                        more);
    }

    private String passedOver() {
        return module.passedOver().stream()
                .map(each -> "<p>" + Html.text(each.toString()) + "</p>\n")
                .collect(Collectors.joining());
    }

    private String problems() throws IOException {
        StringBuilder html = new StringBuilder();
        Set<DiagnosticId> explained = EnumSet.noneOf(DiagnosticId.class);
        for (Diagnostic problem : module.problems()) {
            html.append("""
                    <div class="problem %s">
                    <h3>%s</h3>
                    <pre>%s</pre>
                    %s</div>
                    """.formatted(
                            problem.severity().name().toLowerCase(Locale.ROOT),
                            Html.text(DiagnosticRenderer.headline(problem)),
                            DiagnosticRenderer.render(problem, TextStyle.PLAIN.withUnicode())
                                    .lines()
                                    .skip(1)
                                    .map(line -> "<span>" + Html.text(line) + "\n</span>")
                                    .collect(Collectors.joining()),
                            explained.add(problem.id()) ? explanation(problem.id()) : ""));
        }
        return html.toString();
    }

    private static String explanation(DiagnosticId id) throws IOException {
        return """
                <details class="explanation">
                <summary>What %s means</summary>
                %s</details>
                """.formatted(id, Explanation.of(id));
    }

    private String list(String heading, List<DependencyPath> reached, Function<DependencyPath, String> more) {
        if (reached.isEmpty()) {
            return "";
        }
        String items = reached.stream()
                .map(path -> """
                        <li>%s%s
                        <p>%s</p>
                        %s</li>
                        """.formatted(
                                isLinked(path.end()) ? "<span class=\"role linked\">linked</span>" : "",
                                ArtifactLinks.roles(roles(path)),
                                links.path(path),
                                more.apply(path)))
                .collect(Collectors.joining());
        String list = "<ul>\n" + items + "</ul>\n";
        return """
                <div class="reached">
                <h3>%s</h3>
                %s</div>
                """.formatted(
                heading,
                reached.size() <= LONG
                        ? list
                        : "<details>\n<summary>%d artifacts</summary>\n%s</details>\n".formatted(reached.size(), list));
    }

    /** To exclude an allocator, it must be excluded there as well. */
    private String otherWays(DependencyPath path) {
        String others = paths.keySet().stream()
                .filter(each -> graph.dependenciesOf(each).contains(path.end()))
                .filter(each -> !path.steps().contains(each))
                .map(links::link)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "<p>also a dependency of " + others + "</p>\n";
    }

    private ArtifactRoles roles(DependencyPath path) {
        return Objects.requireNonNull(roles.get(path.end()));
    }

    private boolean hasAllocator(DependencyPath path) {
        ArtifactRoles roles = roles(path);
        boolean isModule = path.length() == 0;
        return roles.has(Role.AVAILABLE) || (isModule ? roles.has(Role.ALLOCATOR) : roles.bringsAllocator());
    }

    private boolean isLinked(Coordinates artifact) {
        return (module.decision() instanceof Decision.Link link
                        && link.artifact().equals(artifact))
                || (module.decision() instanceof Decision.Adopt adopted
                        && adopted.from().equals(artifact));
    }
}
