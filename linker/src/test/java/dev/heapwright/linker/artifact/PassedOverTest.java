package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassedOverTest {
    @Test
    void theLogNamesTheArtifactAndTheReason() {
        assertEquals(
                "passed over: com.acme:pool:1.2 (scope test)",
                passedOver("pool", "scope test").toString());
    }

    @Test
    void artifactsAreInOrderAndThenTheirReasons() {
        PassedOver slab = passedOver("slab", "excluded");
        PassedOver managed = passedOver("pool", "managed only");
        PassedOver test = passedOver("pool", "scope test");
        assertEquals(
                List.of(managed, test, slab),
                Stream.of(slab, test, managed).sorted().toList());
    }

    @Test
    void glueForTestsBindsNobodyElse() {
        Closure closure = new Closure(
                Artifact.of(coordinates("app")),
                List.of(withTestGlue("pool"), withTestGlue("io"), Artifact.of(coordinates("util"))),
                new DependencyGraph(Map.of()));
        assertEquals(
                List.of(
                        passedOver("io", "its glue is for its own tests"),
                        passedOver("pool", "its glue is for its own tests")),
                PassedOver.testGlue(closure));
    }

    @Test
    void theModulesOwnGlueForTestsIsNotPassedOver() {
        Closure closure = new Closure(withTestGlue("app"), List.of(), new DependencyGraph(Map.of()));
        assertEquals(List.of(), PassedOver.testGlue(closure));
    }

    private static Artifact withTestGlue(String name) {
        return new Artifact(coordinates(name), List.of(), List.of(), List.of(), List.of(), List.of(), true);
    }

    private static PassedOver passedOver(String name, String reason) {
        return new PassedOver(coordinates(name), reason);
    }

    private static Coordinates coordinates(String name) {
        return new Coordinates("com.acme", name, "1.2");
    }
}
