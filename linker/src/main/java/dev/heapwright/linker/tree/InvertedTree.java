package dev.heapwright.linker.tree;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.PrintableText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Renders for people why a module runs with an artifact: what depends on it, and what on that, up to the module.
 *
 * <pre>
 * com.acme:pool:1.2 [allocator: com.acme.Pool]
 * \- com.acme:io:2.1 [needs an allocator: com.acme.io]
 *    \- com.acme:app:1.0 [bound to: com.acme.Pool]
 * </pre>
 */
public final class InvertedTree {
    private final StringBuilder text = new StringBuilder();
    private final Set<Coordinates> shown = new HashSet<>();
    private final Map<Coordinates, Set<Coordinates>> dependents = new TreeMap<>();
    private final Map<Coordinates, ArtifactRoles> roles;
    private final TreeLines lines;

    private InvertedTree(LinkedModule module, TreeLines lines) {
        DependencyGraph graph = module.graph();
        this.roles = module.roles();
        this.lines = lines;
        for (Coordinates from : roles.keySet()) {
            for (Coordinates to : graph.dependenciesOf(from)) {
                dependents.computeIfAbsent(to, each -> new TreeSet<>()).add(from);
            }
        }
    }

    /**
     * {@return the text, each line ended by {@code \n}; if the module does not run with the artifact, it says so}
     *
     * @param module with what it runs with
     * @param why the artifact, as {@code groupId:artifactId}
     * @param lines the characters to draw it with
     */
    public static String render(LinkedModule module, String why, TreeLines lines) {
        InvertedTree tree = new InvertedTree(module, lines);
        List<Coordinates> meant = tree.roles.keySet().stream()
                .filter(each -> each.versionless().equals(why.strip()))
                .toList();
        if (meant.isEmpty()) {
            return absent(module, why.strip(), tree.roles.keySet());
        }
        meant.forEach(each -> tree.node(each, "", ""));
        return tree.text.toString();
    }

    /** Of the modules of a build, not all run with the artifact: that is no mistake. */
    private static String absent(LinkedModule module, String why, Set<Coordinates> artifacts) {
        List<String> known = artifacts.stream().map(Coordinates::versionless).toList();
        return module.coordinates() + " does not run with " + PrintableText.of(why)
                + UnknownName.nearest(why, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("")
                + "\n";
    }

    private void node(Coordinates artifact, String before, String below) {
        boolean again = !shown.add(artifact);
        Set<Coordinates> above = dependents.getOrDefault(artifact, Set.of());
        text.append(before)
                .append(TextTree.line(artifact, Objects.requireNonNull(roles.get(artifact))))
                .append(again && !above.isEmpty() ? " (shown above)" : "")
                .append('\n');
        if (!again) {
            int left = above.size();
            for (Coordinates each : above) {
                left--;
                node(each, below + lines.before(left == 0), below + lines.below(left == 0));
            }
        }
    }
}
