package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.linker;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withBinding;
import static dev.heapwright.core.link.Closures.withConsumer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Closures.Placed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConflictsTest {
    private final Placed pool = withAllocator(artifact("pool:1"), "Pool");
    private final Placed arena = withAllocator(artifact("io:2 arena:5"), "ArenaAllocator");

    @Test
    void twoAllocatorsAreNamedWithTheirPathsTheNearerFirst() {
        assertRefused("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool            via com.acme:app -> com.acme:pool:1
                    com.acme.ArenaAllocator  via com.acme:app -> com.acme:io:2 -> com.acme:arena:5
                  help: keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme:io:
                        com.acme:arena
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(APP, arena, pool));
    }

    @Test
    void twoDeclaredAllocatorsAreInConflictEvenIfNothingNeedsOne() {
        assertRefused("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Slab  via com.acme:app -> com.acme:a:9
                    com.acme.Pool  via com.acme:app -> com.acme:pool:1
                  help: keep one; to drop the second, remove the dependency on com.acme:pool
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(APP, pool, withAllocator(artifact("a:9"), "Slab")));
    }

    @Test
    void allAllocatorsAreInOneMessage() {
        assertRefused("""
                [Heapwright/TwoAllocators] com.acme:app would link 3 allocators; an application must link exactly one
                    com.acme.Pool            via com.acme:app -> com.acme:pool:1
                    com.acme.Slab            via com.acme:app -> com.acme:slab:6
                    com.acme.ArenaAllocator  via com.acme:app -> com.acme:io:2 -> com.acme:arena:5
                  help: keep one; to drop the second, remove the dependency on com.acme:slab
                        to drop the third, exclude it where it comes in, in the dependency on com.acme:io:
                        com.acme:arena
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(APP, withAllocator(artifact("slab:6"), "Slab"), arena, pool));
    }

    @Test
    void oneClassInTwoArtifactsIsTwoAllocators() {
        assertRefused("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool  via com.acme:app -> com.acme:copy:1
                    com.acme.Pool  via com.acme:app -> com.acme:pool:1
                  help: keep one; to drop the second, remove the dependency on com.acme:pool
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(APP, withAllocator(artifact("copy:1"), "Pool"), pool));
    }

    @Test
    void theModulesOwnAllocatorIsTheFirst() {
        assertRefused("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.OwnAllocator  via com.acme:app
                    com.acme.Pool          via com.acme:app -> com.acme:pool:1
                  help: keep one; to drop the second, remove the dependency on com.acme:pool
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(withAllocator(APP, "OwnAllocator"), pool));
    }

    @Test
    void twoAllocatorsOfTheModuleAreInConflictToo() {
        assertRefused("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.One  via com.acme:app
                    com.acme.Two  via com.acme:app
                  help: keep one; to drop the second, remove it from this module
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(withAllocator(withAllocator(APP, "Two"), "One")));
    }

    @Test
    void anAllocatorIsInConflictWithTheOneThatADependencyIsBoundTo() {
        assertRefused(
                """
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool  bound in com.acme:app -> com.acme:bound:4
                    com.acme.Slab  via com.acme:app -> com.acme:slab:6
                  help: keep one; to drop the second, remove the dependency on com.acme:slab
                        to drop the first, have com.acme:bound built as a library: without glue
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(APP, withAllocator(artifact("slab:6"), "Slab"), withBinding(artifact("bound:4"), "Pool")));
    }

    @Test
    void theHelpDoesNotExcludeTheAllocatorOfABoundDependency() {
        assertRefused(
                """
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool            bound in com.acme:app -> com.acme:bound:4
                    com.acme.ArenaAllocator  via com.acme:app -> com.acme:io:2 -> com.acme:arena:5
                  help: keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme:io:
                        com.acme:arena
                        to drop the first, have com.acme:bound built as a library: without glue
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""",
                closure(
                        APP,
                        withBinding(artifact("bound:4"), "Pool"),
                        withAllocator(artifact("bound:4 pool:1"), "Pool"),
                        arena));
    }

    @Test
    void ofSeveralPathsTheShortestIsShown() {
        assertRefused("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool            via com.acme:app -> com.acme:pool:1
                    com.acme.ArenaAllocator  via com.acme:app -> com.acme:io:2 -> com.acme:arena:5
                  help: keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme:io:
                        com.acme:arena
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators""", closure(APP, artifact("a:1 b:1 arena:5"), artifact("z:1 arena:5"), arena, pool));
    }

    @Test
    void anArtifactAddedByTheBuildIsShownAsADependencyOfTheModule() {
        assertEquals(
                "com.acme:app -> com.acme:pool:1",
                new Closure(APP.artifact(), List.of(pool.artifact()), new DependencyGraph(Map.of()))
                        .pathTo(pool.artifact())
                        .toString());
    }

    @Test
    void twoBoundDependenciesAreInConflictEvenIfTheAllocatorIsTheSame() {
        assertRefused(
                """
                [Heapwright/TwoBindings] com.acme:app depends on 2 artifacts that are already bound; a program can have only one binding
                    com.acme.Pool  bound in com.acme:app -> com.acme:agent:8
                    com.acme.Pool  bound in com.acme:app -> com.acme:io:2 -> com.acme:bound:4
                  help: depend on one of them only, or have the other built as a library: without glue
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoBindings""",
                closure(
                        APP,
                        withBinding(artifact("io:2 bound:4"), "Pool"),
                        withBinding(artifact("agent:8"), "Pool"),
                        pool));
    }

    @Test
    void allBoundDependenciesAreInOneMessageAfterThatOfTheirAllocators() {
        assertRefused(
                """
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool  bound in com.acme:app -> com.acme:a:1
                    com.acme.Slab  bound in com.acme:app -> com.acme:b:1
                  help: keep one; to drop the second, remove the dependency on com.acme:b
                        or have either of them built as a library: without glue
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators

                [Heapwright/TwoBindings] com.acme:app depends on 3 artifacts that are already bound; a program can have only one binding
                    com.acme.Pool  bound in com.acme:app -> com.acme:a:1
                    com.acme.Slab  bound in com.acme:app -> com.acme:b:1
                    com.acme.Pool  bound in com.acme:app -> com.acme:c:1
                  help: depend on one of them only, or have the others built as a library: without glue
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoBindings""",
                closure(
                        withConsumer(APP, "com.acme.app"),
                        withBinding(artifact("c:1"), "Pool"),
                        withBinding(artifact("b:1"), "Slab"),
                        withBinding(artifact("a:1"), "Pool")));
    }

    private static void assertRefused(String text, Closure closure) {
        Refused.assertRefused(text, linker(Kind.APPLICATION).decide(closure));
    }
}
