package dev.heapwright.linker.report;

import static dev.heapwright.linker.report.Xml.texts;
import static dev.heapwright.linker.tree.LinkedModules.POOL;
import static dev.heapwright.linker.tree.LinkedModules.allocator;
import static dev.heapwright.linker.tree.LinkedModules.consumer;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.LinkedModules;
import dev.heapwright.linker.tree.TreeNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldedTreeTest {
    private static final Decision NOTHING = new Decision.NothingToLink("a library leaves the choice to its users");
    private static final String OPEN = "//details[@open]/summary/span[@class = 'artifact']";
    private static final String FOLDED = "//details[not(@open)]/summary";

    @Test
    void aPathToWhatHasARoleIsOpenAndAllElseIsFolded() throws Exception {
        String tree = tree(example().linked(NOTHING));
        assertEquals(List.of("com.acme:app:1.0", "com.acme:io:2.1"), texts(tree, OPEN));
        assertEquals(List.of("com.acme:heap:0.9 needs an allocator: dev.heapwright.heap 1 below"), texts(tree, FOLDED));
    }

    @Test
    void aPathToALinkToAnAllocatorIsOpenToo() throws Exception {
        String tree = tree(new LinkedModules()
                .dependency(allocator("pool:1.2", POOL), "app:1.0", "b:1")
                .dependency(Artifact.of(coordinates("a:1")), "app:1.0")
                .dependency(Artifact.of(coordinates("b:1")), "a:1")
                .linked(NOTHING));
        assertEquals(List.of("com.acme:app:1.0", "com.acme:a:1", "com.acme:b:1"), texts(tree, OPEN));
        assertEquals(List.of("see com.acme:pool:1.2"), texts(tree, "//li[a]"));
    }

    @Test
    void whatIsOnAPathComesFirstAndTheRestIsFoldedTogether() throws Exception {
        LinkedModules modules = new LinkedModules()
                .dependency(Artifact.of(coordinates("a:1")), "app:1.0")
                .dependency(consumer("z:1", "com.acme.io"), "app:1.0");
        assertEquals(
                List.of("com.acme:z:1 needs an allocator: com.acme.io", "com.acme:a:1"),
                texts(tree(modules.linked(NOTHING)), "/ul/li/details/ul/li"));
        modules.dependency(Artifact.of(coordinates("b:1")), "app:1.0");
        assertEquals(
                List.of(
                        "com.acme:z:1 needs an allocator: com.acme.io",
                        "2 more dependencies com.acme:a:1 com.acme:b:1"),
                texts(tree(modules.linked(NOTHING)), "/ul/li/details/ul/li"));
    }

    @Test
    void whereNothingHasARoleThereIsOneFoldForEachArtifact() throws Exception {
        assertEquals(
                List.of("com.acme:app:1.0 2 below com.acme:a:1 com.acme:b:1"),
                texts(
                        tree(new LinkedModules()
                                .dependency(Artifact.of(coordinates("a:1")), "app:1.0")
                                .dependency(Artifact.of(coordinates("b:1")), "app:1.0")
                                .linked(NOTHING)),
                        "//li[details[not(@open)]]"));
    }

    @Test
    void theTreeIsNoLongerThanTheGraph() throws Exception {
        LinkedModule shop = Shop.refused();
        int dependencies =
                shop.graph().edges().values().stream().mapToInt(Set::size).sum();
        // The module, and for each dependency a place or a link.
        assertEquals(
                1 + dependencies,
                texts(tree(shop), "//span[@class = 'artifact'] | //a").size());
    }

    @Test
    void everyArtifactHasOnePlaceAndEveryLinkLeadsToOne() throws Exception {
        String section = ModuleSection.of(Shop.refused()).html();
        List<String> places = texts(section, "//@id");
        assertEquals(300, places.size());
        Set<String> links = texts(section, "//@href").stream()
                .map(link -> link.substring(1))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(), links.stream().filter(link -> !places.contains(link)).collect(Collectors.toSet()));
        assertEquals(300, Set.copyOf(places).size());
    }

    private static String tree(LinkedModule module) {
        return FoldedTree.of(TreeNode.of(module));
    }
}
