package dev.heapwright.linker.report;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.tree.TreeNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tree of a module as nested lists that fold. Each artifact has its place there once; where something else depends on
 * it, a link leads to that place, so that the whole is no longer than the graph.
 *
 * <ol>
 * <li>Open are the paths to each artifact that has a role, and to each link to an allocator: whoever leaves one out has to
 *     see all ways by which it comes in.
 * <li>What is on such a path comes first. The rest beside it is folded together, so that hundreds take no place.
 * </ol>
 */
final class FoldedTree {
    private final ArtifactLinks links;
    private final Set<Coordinates> allocators = new HashSet<>();
    private final Set<Coordinates> related = new HashSet<>();

    private FoldedTree(TreeNode root) {
        links = new ArtifactLinks(root.artifact());
        findAllocators(root);
        findRelated(root);
    }

    /** {@return the list element} */
    static String of(TreeNode root) {
        return "<ul class=\"tree\">\n" + new FoldedTree(root).node(root) + "</ul>\n";
    }

    private void findAllocators(TreeNode node) {
        if (node.roles().bringsAllocator()) {
            allocators.add(node.artifact());
        }
        node.dependencies().forEach(this::findAllocators);
    }

    private boolean findRelated(TreeNode node) {
        boolean isRelated = !node.roles().isEmpty() || !Collections.disjoint(node.elsewhere(), allocators);
        for (TreeNode each : node.dependencies()) {
            isRelated |= findRelated(each);
        }
        if (isRelated) {
            related.add(node.artifact());
        }
        return isRelated;
    }

    private String node(TreeNode node) {
        String line = links.place(node.artifact()) + ArtifactLinks.roles(node.roles());
        int below = node.size() - 1;
        if (below == 0 && node.elsewhere().isEmpty()) {
            return "<li class=\"leaf\">" + line + "</li>\n";
        }
        List<String> first = items(node, true);
        List<String> rest = items(node, false);
        boolean open = !first.isEmpty();
        String others = String.join("", rest);
        return fold(
                open,
                below == 0 ? line : line + " <small>" + below + " below</small>",
                String.join("", first)
                        + (open && rest.size() > 1
                                ? fold(
                                        false,
                                        "<span class=\"more\">" + rest.size() + " more dependencies</span>",
                                        others)
                                : others));
    }

    private List<String> items(TreeNode node, boolean first) {
        return Stream.concat(
                        node.dependencies().stream()
                                .filter(each -> first == related.contains(each.artifact()))
                                .map(this::node),
                        node.elsewhere().stream()
                                .filter(each -> first == allocators.contains(each))
                                .map(each -> "<li class=\"leaf\">see " + links.link(each) + "</li>\n"))
                .toList();
    }

    private static String fold(boolean open, String summary, String items) {
        return """
                <li><details%s><summary>%s</summary>
                <ul>
                %s</ul>
                </details></li>
                """.formatted(open ? " open=\"\"" : "", summary, items);
    }
}
