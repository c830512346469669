package dev.heapwright.linker.tree;

import static dev.heapwright.linker.tree.LinkedModules.POOL;
import static dev.heapwright.linker.tree.LinkedModules.allocator;
import static dev.heapwright.linker.tree.LinkedModules.consumer;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import org.junit.jupiter.api.Test;

class InvertedTreeTest {
    private final LinkedModule module = new LinkedModules()
            .dependency(consumer("io:2.1", "com.acme.io"), "app:1.0")
            .dependency(Artifact.of(coordinates("net:1")), "app:1.0", "io:2.1")
            .dependency(allocator("pool:1.2", POOL), "io:2.1", "net:1")
            .linked(new Decision.NothingToLink("nothing here needs an allocator"));

    @Test
    void allWaysFromAnArtifactUpToTheModuleAreShownEachArtifactsOnce() {
        assertEquals("""
                com.acme:pool:1.2 [allocator: com.acme.Pool]
                +- com.acme:io:2.1 [needs an allocator: com.acme.io]
                |  \\- com.acme:app:1.0
                \\- com.acme:net:1
                   +- com.acme:app:1.0
                   \\- com.acme:io:2.1 [needs an allocator: com.acme.io] (shown above)
                """, InvertedTree.render(module, " com.acme:pool", TreeLines.ASCII));
    }

    @Test
    void forTheModuleItselfThereIsNoMore() {
        assertEquals("com.acme:app:1.0\n", InvertedTree.render(module, "com.acme:app", TreeLines.ASCII));
    }

    @Test
    void aModuleThatDoesNotRunWithItSaysSo() {
        assertEquals(
                "com.acme:app:1.0 does not run with com.acme:poool; did you mean com.acme:pool?\n",
                InvertedTree.render(module, "com.acme:poool", TreeLines.ASCII));
        assertEquals(
                "com.acme:app:1.0 does not run with org.other:thing\n",
                InvertedTree.render(module, "org.other:thing", TreeLines.ASCII));
    }
}
