package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.HEAP;
import static dev.heapwright.core.link.Closures.allocator;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.binding;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.coordinates;
import static dev.heapwright.core.link.Closures.linker;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withBinding;
import static dev.heapwright.core.link.Closures.withConsumer;
import static dev.heapwright.core.link.Kind.APPLICATION;
import static dev.heapwright.core.link.Kind.LIBRARY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Closures.Placed;
import dev.heapwright.core.link.Decision.Adopt;
import dev.heapwright.core.link.Decision.Link;
import dev.heapwright.core.link.Decision.NothingToLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is linked. {@link DefaultAllocatorTest} tests the defaults; {@link ConflictsTest}, {@link CircularArtifactsTest}
 * and {@link LinkErrorsTest} test what is refused.
 */
class LinkerTest {
    private static final Decision LIBRARY_CHOOSES_NOTHING =
            new NothingToLink("a library leaves the choice to its users");
    private static final Decision NOTHING_NEEDED = new NothingToLink("nothing here needs an allocator");
    private static final Link TO_POOL = new Link(allocator("Pool"), coordinates("pool:1"), "linked explicitly");
    private static final Adopt ADOPTED = new Adopt(binding("Pool"), coordinates("bound:4"));

    private final Placed io = withConsumer(artifact("io:2"), "com.acme.io");
    private final Placed pool = withAllocator(artifact("pool:1"), "Pool");
    private final Placed bound = withBinding(artifact("bound:4"), "Pool");

    @Test
    void aLibraryIsNotLinked() {
        assertEquals(LIBRARY_CHOOSES_NOTHING, linker(LIBRARY).decide(closure(APP, HEAP, io, pool)));
    }

    @Test
    void aLibraryMaySeeTwoAllocatorsAndTwoBindings() {
        Placed other = withBinding(withAllocator(artifact("other:1"), "Other"), "Third");
        assertEquals(LIBRARY_CHOOSES_NOTHING, linker(LIBRARY).decide(closure(APP, HEAP, pool, other, bound)));
    }

    @Test
    void ifNothingNeedsAnAllocatorNoneIsLinked() {
        assertEquals(NOTHING_NEEDED, decide(APP));
        assertEquals(NOTHING_NEEDED, decide(APP, artifact("io:2"), pool));
    }

    @Test
    void ifTheHostProvidesTheHeapNoneIsLinked() {
        Decision hostsHeap = new NothingToLink("the heap is not on its runtime class path: its host provides it");
        assertEquals(hostsHeap, decide(withConsumer(APP, "com.acme.app")));
        assertEquals(hostsHeap, decide(APP, io, pool));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIBRARY")
    void anAllocatorInTheClosureIsLinkedExplicitly(Kind kind) {
        assertEquals(TO_POOL, linker(kind).decide(closure(APP, HEAP, pool)));
        assertEquals("com.acme.Pool 1 (linked explicitly)", TO_POOL.text());
    }

    @Test
    void theModuleItselfMayContainTheHeap() {
        assertEquals(TO_POOL, decide(withConsumer(APP, "dev.heapwright.heap"), pool));
    }

    @Test
    void anAllocatorThatADependencyBringsIsLinkedExplicitlyToo() {
        assertEquals(TO_POOL, decide(APP, HEAP, withAllocator(artifact("io:2 pool:1"), "Pool")));
    }

    @Test
    void theModulesOwnAllocatorIsLinkedExplicitlyEvenIfOtherClassesNeedOne() {
        Placed needy = withConsumer(APP, "com.acme.app");
        assertEquals(
                new Link(allocator("Own"), coordinates("app:3"), "linked explicitly"),
                decide(withAllocator(needy, "Own"), HEAP));
    }

    @Test
    void anAllocatorForExactlyTheModulesReleaseIsLinked() {
        assertEquals(TO_POOL, decide(APP, HEAP, withAllocator(artifact("pool:1"), "Pool", 25)));
    }

    @Test
    void theBindingOfADependencyIsAdopted() {
        assertEquals(ADOPTED, decide(APP, HEAP, bound, pool));
        assertEquals(ADOPTED, decide(APP, bound, pool));
        assertEquals(new Adopt(binding("Pool"), coordinates("io:2")), decide(APP, HEAP, withBinding(io, "Pool"), pool));
    }

    @Test
    void theAllocatorOfABoundDependencyMayBeDeclaredToo() {
        assertEquals(ADOPTED, decide(APP, HEAP, pool, bound));
        assertEquals(ADOPTED, decide(APP, HEAP, bound, withAllocator(artifact("bound:4 pool:1"), "Pool")));
        assertEquals(ADOPTED, decide(APP, HEAP, withAllocator(bound, "Pool")));
    }

    @Test
    void glueLeftInTheModuleByThePreviousBuildIsIgnored() {
        assertEquals(TO_POOL, decide(withBinding(APP, "Other"), HEAP, pool));
        assertEquals(ADOPTED, decide(withBinding(APP, "Other"), HEAP, bound, pool));
    }

    private static Decision decide(Placed module, Placed... dependencies) {
        return linker(APPLICATION).decide(closure(module, dependencies));
    }
}
