package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.HEAP;
import static dev.heapwright.core.link.Closures.allocator;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withAvailable;
import static dev.heapwright.core.link.Closures.withBinding;
import static dev.heapwright.core.link.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Closures.Placed;
import org.junit.jupiter.api.Test;

class LinkErrorsTest {
    private static final Linker FOR_17 = new Linker(
            new LinkTarget(Kind.APPLICATION, 17),
            DefaultAllocator.builtIn(Kind.APPLICATION),
            "0.9",
            PlainDialect.INSTANCE);
    private static final String UNAVAILABLE = """
            [Heapwright/UnavailableForTarget] com.acme:app is compiled for Java 17, but its allocator com.acme.Pool needs Java 22
                com.acme.Pool  via com.acme:app -> com.acme:io:2 -> com.acme:pool:1
              help: compile for that Java, with --release 22,
                    or depend on another allocator, or on none to have the system's by default
              more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnavailableForTarget""";

    private final Placed pool = withAllocator(artifact("io:2 pool:1"), "Pool", 22);

    @Test
    void anAllocatorThatDoesNotRunOnTheTargetIsRefused() {
        assertRefused(UNAVAILABLE, FOR_17.decide(closure(APP, HEAP, artifact("io:2"), pool)));
    }

    @Test
    void anAllocatorOfABoundDependencyThatDoesNotRunOnTheTargetIsRefused() {
        assertRefused(UNAVAILABLE, FOR_17.decide(closure(APP, HEAP, withBinding(artifact("io:2"), "Pool"), pool)));
    }

    @Test
    void ifNothingIsLinkedNothingIsRefused() {
        assertEquals(new Decision.NothingToLink("nothing here needs an allocator"), FOR_17.decide(closure(APP, pool)));
    }

    @Test
    void aBoundDependencyWhoseAllocatorIsMissingIsRefused() {
        assertRefused("""
                [Heapwright/NoAllocator] com.acme:app is missing the allocator that its heap is bound to: com.acme.Pool
                    com.acme.Pool  bound in com.acme:app -> com.acme:io:2
                  help: depend on what has it:
                        com.acme:pool:1
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NoAllocator""", FOR_17.decide(closure(APP, HEAP, withBinding(artifact("io:2"), "Pool"))));
    }

    @Test
    void aBoundDependencyWhoseAvailableAllocatorDoesNotRunOnTheTargetIsRefused() {
        Placed along = withAvailable(artifact("along:1"), allocator("Pool"), 22);
        assertRefused(
                UNAVAILABLE.replace("com.acme:io:2 -> com.acme:pool:1", "com.acme:along:1"),
                FOR_17.decide(closure(APP, HEAP, withBinding(artifact("io:2"), "Pool"), along)));
    }
}
