package dev.heapwright.linker.tree;

import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeNodeTest {
    @Test
    void eachArtifactIsInTheTreeOnceAndIsNamedWhereverElseItIsADependency() {
        assertEquals(
                "app(heap(util) io(pool [util]))", text(TreeNode.of(example().linked(TO_POOL))));
        assertEquals(5, TreeNode.of(example().linked(TO_POOL)).size());
    }

    @Test
    void aDependencyThatLeadsBackIsElsewhere() {
        TreeNode tree = TreeNode.of(new LinkedModules()
                .dependency(Artifact.of(coordinates("a:1")), "app:1.0", "b:1")
                .dependency(Artifact.of(coordinates("b:1")), "a:1")
                .edges(coordinates("app:1.0"), "b:1")
                .linked(TO_POOL));
        assertEquals("app(a(b([a] [app])))", text(tree));
    }

    /** {@return the name of the artifact and, in parentheses, its dependencies, those that are elsewhere in brackets} */
    private static String text(TreeNode node) {
        Stream<String> here = node.dependencies().stream().map(TreeNodeTest::text);
        Stream<String> elsewhere = node.elsewhere().stream().map(each -> "[" + name(each) + "]");
        String dependencies = Stream.concat(here, elsewhere).collect(Collectors.joining(" "));
        return name(node.artifact()) + (dependencies.isEmpty() ? "" : "(" + dependencies + ")");
    }

    private static String name(Coordinates artifact) {
        return artifact.artifactId();
    }
}
