package dev.heapwright.linker.tree;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An artifact and what is below it in the tree. Each artifact is in the tree once, at the end of the path that messages
 * show: the shortest one, and of equally short ones that which sorts first.
 *
 * @param artifact its coordinates
 * @param roles its roles in linking
 * @param dependencies those of its dependencies that are shown here, sorted
 * @param elsewhere those of its dependencies that are shown in another place, sorted
 */
public record TreeNode(
        Coordinates artifact, ArtifactRoles roles, List<TreeNode> dependencies, List<Coordinates> elsewhere) {

    /** Copies the lists. */
    public TreeNode {
        dependencies = List.copyOf(dependencies);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * {@return the tree of a module}
     *
     * @param module the root
     */
    public static TreeNode of(LinkedModule module) {
        DependencyGraph graph = module.graph();
        Map<Coordinates, Set<Coordinates>> below = new TreeMap<>();
        for (DependencyPath path : graph.pathsFrom(module.coordinates()).values()) {
            if (path.length() > 0) {
                below.computeIfAbsent(path.steps().get(path.length() - 1), each -> new TreeSet<>())
                        .add(path.end());
            }
        }
        return node(module.coordinates(), module.roles(), graph, below);
    }

    private static TreeNode node(
            Coordinates artifact,
            Map<Coordinates, ArtifactRoles> roles,
            DependencyGraph graph,
            Map<Coordinates, Set<Coordinates>> below) {
        Set<Coordinates> here = below.getOrDefault(artifact, Set.of());
        Set<Coordinates> elsewhere = graph.dependenciesOf(artifact);
        elsewhere.removeAll(here);
        return new TreeNode(
                artifact,
                Objects.requireNonNull(roles.get(artifact)),
                here.stream().map(each -> node(each, roles, graph, below)).toList(),
                List.copyOf(elsewhere));
    }

    /** {@return the same tree with only those branches that lead to an artifact with a role} */
    TreeNode withRoles() {
        return new TreeNode(
                artifact,
                roles,
                dependencies.stream()
                        .map(TreeNode::withRoles)
                        .filter(each -> !each.roles.isEmpty() || !each.dependencies.isEmpty())
                        .toList(),
                elsewhere);
    }

    /** {@return how many artifacts the tree has, this one included} */
    public int size() {
        return 1 + dependencies.stream().mapToInt(TreeNode::size).sum();
    }
}
