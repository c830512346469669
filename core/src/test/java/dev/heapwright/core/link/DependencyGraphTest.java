package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.coordinates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
    private static final Coordinates APP = coordinates("app:3");
    private static final Coordinates A = coordinates("a:1");
    private static final Coordinates B = coordinates("b:1");
    private static final Coordinates C = coordinates("c:1");

    @Test
    void pathsAreShortestAndOfSeveralTheFirstByName() {
        DependencyGraph graph = new DependencyGraph(Map.of(APP, Set.of(B, A), A, Set.of(C), B, Set.of(C)));
        assertEquals(
                "[com.acme:app, com.acme:app -> com.acme:a:1, com.acme:app -> com.acme:b:1,"
                        + " com.acme:app -> com.acme:a:1 -> com.acme:c:1]",
                List.copyOf(graph.pathsFrom(APP).values()).toString());
    }

    @Test
    void aCycleOfDependenciesTerminates() {
        DependencyGraph graph = new DependencyGraph(Map.of(A, Set.of(B), B, Set.of(A)));
        assertEquals(Set.of(A, B), graph.pathsFrom(A).keySet());
    }

    @Test
    void pathsEndAtTheGivenArtifacts() {
        DependencyGraph graph = new DependencyGraph(Map.of(A, Set.of(B), B, Set.of(C)));
        assertEquals(Set.of(A, B), graph.pathsFrom(A, B::equals).keySet());
        assertEquals(Set.of(A), graph.pathsFrom(A, A::equals).keySet());
    }

    @Test
    void aPathHasAtLeastOneStep() {
        assertEquals(0, DependencyPath.at(A).length());
        assertEquals(
                "a path has one artifact at least",
                assertThrows(IllegalArgumentException.class, () -> new DependencyPath(List.of()))
                        .getMessage());
    }
}
