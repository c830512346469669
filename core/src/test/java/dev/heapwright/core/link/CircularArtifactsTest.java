package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.HEAP;
import static dev.heapwright.core.link.Closures.allocator;
import static dev.heapwright.core.link.Closures.artifact;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircularArtifactsTest {
    private final Placed pool = withAllocator(artifact("pool:1"), "Pool");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anAllocatorThatDependsOnAConsumerIsRefusedInEachKindOfModule(Kind kind) {
        assertRefused(kind, """
                [Heapwright/CircularDependency] circular dependency: allocator com.acme.Pool depends on com.acme:io:2, which needs an allocator
                    com.acme:pool:1 -> com.acme:util:4 -> com.acme:io:2 -> com.acme:pool:1   (com.acme.io needs an allocator)
                    via com.acme:app -> com.acme:pool:1
                  help: link another allocator, or have that dependency removed from com.acme:pool
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""", closure(APP, pool, artifact("pool:1 util:4"), consumer("pool:1 util:4 io:2")));
    }

    @Test
    void inTheAllocatorsOwnModuleTheHelpAddressesItsAuthor() {
        assertRefused(LIBRARY, """
                [Heapwright/CircularDependency] circular dependency: allocator com.acme.Own depends on com.acme:io:2, which needs an allocator
                    com.acme:app:3 -> com.acme:io:2 -> com.acme:app:3   (com.acme.io needs an allocator)
                  help: an allocator may only depend on artifacts that need no allocator: remove the dependency,
                        or move the code that needs an allocator to another module; an allocator gets memory from
                        dev.heapwright.memory.CHeap
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""", closure(withAllocator(APP, "Own"), consumer("io:2")));
    }

    @Test
    void anArtifactThatIsAllocatorAndConsumerIsRefused() {
        assertRefused(LIBRARY, """
                [Heapwright/CircularDependency] circular dependency: allocator com.acme.Own is in com.acme:app:3, which needs an allocator
                    com.acme:app:3 -> com.acme:app:3   (com.acme.app needs an allocator)
                  help: an allocator may only depend on artifacts that need no allocator: remove the dependency,
                        or move the code that needs an allocator to another module; an allocator gets memory from
                        dev.heapwright.memory.CHeap
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""", closure(withConsumer(withAllocator(APP, "Own"), "com.acme.app")));
    }

    @Test
    void aDiamondToOneOffenderIsOneErrorWithItsShortestPath() {
        assertRefused(
                APPLICATION,
                """
                [Heapwright/CircularDependency] circular dependency: allocator com.acme.Pool depends on com.acme:io:2, which needs an allocator
                    com.acme:pool:1 -> com.acme:b:1 -> com.acme:io:2 -> com.acme:pool:1   (com.acme.io needs an allocator)
                    via com.acme:app -> com.acme:pool:1
                  help: link another allocator, or have that dependency removed from com.acme:pool
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""",
                closure(
                        APP,
                        pool,
                        consumer("pool:1 b:1 io:2"),
                        artifact("pool:1 c:1 io:2"),
                        artifact("pool:1 a:1 x:1 io:2")));
    }

    @Test
    void eachOffenderIsOneErrorButNotWhatItDependsOn() {
        assertEquals(
                2,
                ((Decision.Refuse) linker(APPLICATION)
                                .decide(closure(
                                        APP,
                                        pool,
                                        consumer("pool:1 io:2"),
                                        consumer("pool:1 net:2"),
                                        consumer("pool:1 io:2 deep:2"))))
                        .problems()
                        .size());
    }

    @Test
    void aConsumerBesideTheAllocatorIsNoProblem() {
        assertEquals(
                new Decision.Link(allocator("Pool"), coordinates("pool:1"), "linked explicitly"),
                linker(APPLICATION).decide(closure(APP, HEAP, pool, artifact("pool:1 util:4"), consumer("io:2"))));
    }

    @Test
    void aFinalArtifactMayContainAnAllocatorAndNeedOne() {
        assertEquals(
                new Decision.Link(allocator("Own"), coordinates("app:3"), "linked explicitly"),
                linker(APPLICATION).decide(closure(withConsumer(withAllocator(APP, "Own"), "com.acme.app"), HEAP)));
    }

    @Test
    void aBoundDependencyMayContainAnAllocatorAndNeedOne() {
        Placed bound = withBinding(withAllocator(consumer("bound:4"), "Pool"), "Pool");
        assertEquals(
                "com.acme.Pool (inherited from com.acme:bound:4)",
                ((Decision.Adopt) linker(APPLICATION).decide(closure(APP, HEAP, bound, consumer("bound:4 io:2"))))
                        .text());
    }

    private static Placed consumer(String path) {
        Placed placed = artifact(path);
        return withConsumer(
                placed, "com.acme." + placed.artifact().coordinates().artifactId());
    }

    private static void assertRefused(Kind kind, String text, Closure closure) {
        Refused.assertRefused(text, linker(kind).decide(closure));
    }
}
