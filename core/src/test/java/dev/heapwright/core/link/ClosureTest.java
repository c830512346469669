package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.HEAP;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.coordinates;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withAvailable;
import static dev.heapwright.core.link.Closures.withBinding;
import static dev.heapwright.core.link.Closures.withChoice;
import static dev.heapwright.core.link.Closures.withConsumer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.Closures.Placed;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private static final ClassName AVAILABLE = ClassName.topLevel("com.acme.Available");

    private final Placed pool = withAllocator(artifact("pool:1"), "Pool");
    private final Placed arena = withAllocator(artifact("io:2 arena:5"), "ArenaAllocator");

    @Test
    void preferredArtifactsKeepTheirAllocatorsAndTheOthersLoseThem() {
        Closure all = closure(withAllocator(APP, "Own"), pool, arena);
        assertEquals(List.of("com.acme.ArenaAllocator"), allocators(all.preferring(Set.of(coordinates("arena:5")))));
        assertEquals(List.of("com.acme.Own"), allocators(all.preferring(Set.of(coordinates("app:3")))));
        assertEquals(
                List.of("com.acme.ArenaAllocator", "com.acme.Pool"),
                allocators(all.preferring(Set.of(coordinates("arena:5"), coordinates("pool:1")))));
    }

    @Test
    void preferringAnArtifactWithoutAnAllocatorChangesNothing() {
        Closure all = closure(APP, pool, artifact("io:2"));
        assertSame(all, all.preferring(Set.of(coordinates("io:2"), coordinates("other:1"))));
        assertSame(all, all.preferring(Set.of()));
    }

    private static List<String> allocators(Closure closure) {
        return closure.artifacts().stream()
                .flatMap(each -> each.allocatorNames().stream())
                .map(ClassName::toString)
                .sorted()
                .toList();
    }

    @Test
    void anAllocatorIsLookedForInCertainArtifactsOnly() {
        Closure closure = closure(APP, pool, artifact("io:2"));
        assertTrue(closure.hasAllocatorIn(Set.of(coordinates("io:2"), coordinates("pool:1"))));
        assertFalse(closure.hasAllocatorIn(Set.of(coordinates("io:2"))));
        assertFalse(closure.hasAllocatorIn(Set.of()));
        assertTrue(closure(withAllocator(APP, "Own")).hasAllocatorIn(Set.of(coordinates("app:3"))));
    }

    @Test
    void aHeapIsUnboundIfNoDependencyHasGlue() {
        assertTrue(closure(APP, HEAP, pool).hasUnboundHeap());
        assertFalse(closure(APP, HEAP, withBinding(artifact("bound:4"), "Pool")).hasUnboundHeap());
        assertFalse(closure(APP, pool).hasUnboundHeap());
        // That of an earlier build.
        assertTrue(closure(withBinding(APP, "Pool"), HEAP).hasUnboundHeap());
    }

    @Test
    void anArtifactIsUnmarkedIfNothingIsKnownOfIt() {
        Artifact io = artifact("io:2").artifact();
        assertTrue(io.isUnmarked());
        for (Placed marked : List.of(
                withAllocator(artifact("io:2"), "Pool"),
                withConsumer(artifact("io:2"), "com.acme.io"),
                withBinding(artifact("io:2"), "Pool"),
                withAvailable(artifact("io:2"), AVAILABLE, 17),
                withChoice(artifact("io:2"), AVAILABLE, "com.acme:available"))) {
            assertFalse(marked.artifact().isUnmarked(), marked.toString());
        }
        Artifact forTests = new Artifact(io.coordinates(), List.of(), List.of(), List.of(), List.of(), List.of(), true);
        assertFalse(forTests.isUnmarked());
    }

    /** Of the two artifacts that have it, the one that the choice names is the holder. */
    @Test
    void theHolderOfASelectedAllocatorIsTheArtifactThatTheChoiceNames() {
        Placed choice = withChoice(artifact("choice:1"), AVAILABLE, "com.acme:second");
        Closure closure = closure(
                APP,
                choice,
                withAvailable(artifact("first:1"), AVAILABLE, 17),
                withAvailable(artifact("second:1"), AVAILABLE, 17));
        Contender<AllocatorClass> linked = closure.allocator(AVAILABLE).orElseThrow();
        assertEquals(coordinates("choice:1"), linked.artifact().coordinates());
        assertEquals(coordinates("second:1"), closure.holder(linked).coordinates());
    }

    @Test
    void ofTwoArtifactsWithAnAvailableAllocatorTheNearerIsMeant() {
        Closure closure = closure(
                APP, withAvailable(artifact("io:2 a:1"), AVAILABLE, 17), withAvailable(artifact("z:1"), AVAILABLE, 17));
        Coordinates nearer =
                closure.available(AVAILABLE).orElseThrow().artifact().coordinates();
        assertEquals(coordinates("z:1"), nearer);
    }
}
