package dev.heapwright.linker.tree;

import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An artifact and what is below it in the tree. Each artifact is in the tree once, at the end of the path that messages
 * show: the shortest one, and of equally short ones that which sorts first.
 *
 * @param artifact its coordinates
 * @param roles its roles in linking
 * @param dependencies those of its dependencies that are shown here, sorted
 */
public record TreeNode(Coordinates artifact, ArtifactRoles roles, List<TreeNode> dependencies) {

    /** Copies the list. */
    public TreeNode {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * {@return the tree of a module}
     *
     * @param module the root
     */
    public static TreeNode of(LinkedModule module) {
        Map<Coordinates, TreeSet<Coordinates>> below = new TreeMap<>();
        for (DependencyPath path :
                module.graph().pathsFrom(module.coordinates()).values()) {
            if (path.length() > 0) {
                below.computeIfAbsent(path.steps().get(path.length() - 1), each -> new TreeSet<>())
                        .add(path.end());
            }
        }
        return node(module, module.coordinates(), below);
    }

    private static TreeNode node(
            LinkedModule module, Coordinates artifact, Map<Coordinates, TreeSet<Coordinates>> below) {
        List<TreeNode> dependencies = below.getOrDefault(artifact, new TreeSet<>()).stream()
                .map(each -> node(module, each, below))
                .toList();
        return new TreeNode(artifact, module.roles(artifact), dependencies);
    }
}
