package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.allocator;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.binding;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.coordinates;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withBinding;
import static dev.heapwright.core.link.Closures.withNeeder;
import static dev.heapwright.core.link.Kind.APPLICATION;
import static dev.heapwright.core.link.Kind.LIBRARY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Decision.Adopt;
import dev.heapwright.core.link.Decision.Link;
import dev.heapwright.core.link.Decision.LinkDefault;
import dev.heapwright.core.link.Decision.NothingToLink;
import org.junit.jupiter.api.Test;

/** What is linked; {@link ConflictsTest} has what is refused. */
class LinkerTest {
    private static final Decision LIBRARY_CHOOSES_NOTHING =
            new NothingToLink("a library leaves the choice to those who use it");
    private static final Decision NOTHING_NEEDED = new NothingToLink("nothing here needs an allocator");

    private final Artifact needy = withNeeder(APP, "com.acme.app");
    private final Artifact io = withNeeder(artifact("io:2"), "com.acme.io");
    private final Artifact pool = withAllocator(artifact("pool:1"), "Pool");
    private final Artifact bound = withBinding(artifact("bound:4"), "Pool");

    @Test
    void aLibraryIsLinkedToNone() {
        assertEquals(LIBRARY_CHOOSES_NOTHING, Linker.decide(closure(needy, io, pool), LIBRARY));
    }

    @Test
    void aLibraryMaySeeTwoAllocatorsAndTwoBindings() {
        Artifact other = withBinding(withAllocator(artifact("other:1"), "Other"), "Third");
        assertEquals(LIBRARY_CHOOSES_NOTHING, Linker.decide(closure(needy, pool, other, bound), LIBRARY));
    }

    @Test
    void whereNothingNeedsAnAllocatorNoneIsLinked() {
        assertEquals(NOTHING_NEEDED, Linker.decide(closure(APP), APPLICATION));
        assertEquals(NOTHING_NEEDED, Linker.decide(closure(APP, artifact("io:2"), pool), APPLICATION));
    }

    @Test
    void theModuleItselfMayBeWhatNeedsAnAllocator() {
        assertEquals(new LinkDefault(), Linker.decide(closure(needy), APPLICATION));
    }

    @Test
    void aDependencyOfADependencyMayBeWhatNeedsAnAllocator() {
        Artifact deep = withNeeder(artifact("io:2 codec:5 ring:6"), "com.acme.ring.Ring");
        assertEquals(
                new LinkDefault(),
                Linker.decide(closure(APP, artifact("io:2"), artifact("io:2 codec:5"), deep), APPLICATION));
    }

    @Test
    void anAllocatorInTheClosureIsLinkedExplicitly() {
        Link linked = new Link(allocator("Pool"), coordinates("pool:1"), "linked explicitly");
        assertEquals(linked, Linker.decide(closure(needy, pool), APPLICATION));
        assertEquals("com.acme.Pool 1 (linked explicitly)", linked.text());
    }

    @Test
    void anAllocatorThatADependencyBringsIsLinkedExplicitlyToo() {
        Artifact deep = withAllocator(artifact("io:2 pool:1"), "Pool");
        assertEquals(
                new Link(allocator("Pool"), coordinates("pool:1"), "linked explicitly"),
                Linker.decide(closure(APP, io, deep), APPLICATION));
    }

    @Test
    void theModulesOwnAllocatorIsLinkedExplicitly() {
        Link linked = new Link(allocator("Own"), coordinates("app:3"), "linked explicitly");
        assertEquals(linked, Linker.decide(closure(withAllocator(needy, "Own")), APPLICATION));
        assertEquals(linked, Linker.decide(closure(withAllocator(APP, "Own"), io), APPLICATION));
    }

    @Test
    void theBindingOfADependencyIsAdopted() {
        Adopt adopted = new Adopt(binding("Pool"), coordinates("bound:4"));
        assertEquals(adopted, Linker.decide(closure(needy, bound), APPLICATION));
        assertEquals(adopted, Linker.decide(closure(APP, bound), APPLICATION));
        assertEquals(
                new Adopt(binding("Pool"), coordinates("io:2")),
                Linker.decide(closure(APP, withBinding(io, "Pool")), APPLICATION));
    }

    @Test
    void theVeryAllocatorOfABoundDependencyMayBeDeclared() {
        Adopt adopted = new Adopt(binding("Pool"), coordinates("bound:4"));
        assertEquals(adopted, Linker.decide(closure(needy, pool, bound), APPLICATION));
        assertEquals(
                adopted,
                Linker.decide(closure(needy, bound, withAllocator(artifact("bound:4 pool:1"), "Pool")), APPLICATION));
        assertEquals(adopted, Linker.decide(closure(needy, withAllocator(bound, "Pool")), APPLICATION));
    }

    @Test
    void glueLeftInTheModuleByTheLastBuildIsOfNoMeaning() {
        assertEquals(new LinkDefault(), Linker.decide(closure(withBinding(needy, "Pool")), APPLICATION));
        assertEquals(
                new Adopt(binding("Pool"), coordinates("bound:4")),
                Linker.decide(closure(withBinding(needy, "Other"), bound), APPLICATION));
    }

    @Test
    void aDefaultIsLinkedWithItsReason() {
        Link linked = new Link(allocator("Pool"), coordinates("pool:1"), "default for an application");
        assertEquals(linked, Linker.linkDefault(pool, APPLICATION));
        assertEquals("com.acme.Pool 1 (default for an application)", linked.text());
    }
}
