package dev.heapwright.linker.tree;

import static dev.heapwright.linker.tree.LinkedModules.APP;
import static dev.heapwright.linker.tree.LinkedModules.POOL;
import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.allocator;
import static dev.heapwright.linker.tree.LinkedModules.available;
import static dev.heapwright.linker.tree.LinkedModules.binding;
import static dev.heapwright.linker.tree.LinkedModules.bound;
import static dev.heapwright.linker.tree.LinkedModules.consumer;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.artifact.PassedOver;
import dev.heapwright.linker.build.DetectedKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTreeTest {
    private static final Decision NOTHING = new Decision.NothingToLink("nothing here needs an allocator");

    @Test
    void theDecisionAndItsReasonAreAboveTheTree() {
        assertEquals("""
                com.acme:app:1.0 is an application (configured), compiled for Java 17
                bound to com.acme.Pool 1.2 (linked explicitly)

                com.acme:app:1.0 [bound to: com.acme.Pool]
                ├─ com.acme:heap:0.9 [needs an allocator: dev.heapwright.heap]
                │  └─ com.acme:util:1.0
                └─ com.acme:io:2.1 [needs an allocator: com.acme.io]
                   └─ com.acme:pool:1.2 [allocator: com.acme.Pool]
                """, TextTree.render(example().linked(TO_POOL), TreeLines.CONNECTED, true));
    }

    @Test
    void unlessAllIsAskedForOnlyWhatLeadsToARoleIsShown() {
        assertEquals("""
                com.acme:app:1.0 is an application (configured), compiled for Java 17
                bound to com.acme.Pool 1.2 (linked explicitly)

                com.acme:app:1.0 [bound to: com.acme.Pool]
                +- com.acme:heap:0.9 [needs an allocator: dev.heapwright.heap]
                \\- com.acme:io:2.1 [needs an allocator: com.acme.io]
                   \\- com.acme:pool:1.2 [allocator: com.acme.Pool]

                1 unrelated artifact hidden; verbose shows it
                """, TextTree.render(example().linked(TO_POOL), TreeLines.ASCII, false));
        assertEquals(
                """
                com.acme:app:1.0 is an application (configured), compiled for Java 17
                not bound: nothing here needs an allocator

                com.acme:app:1.0
                \\- com.acme:plain:1
                   \\- com.acme:io:2.1 [needs an allocator: com.acme.io]

                2 unrelated artifacts hidden; verbose shows them
                """,
                TextTree.render(
                        new LinkedModules()
                                .dependency(Artifact.of(coordinates("plain:1")), "app:1.0")
                                .dependency(consumer("io:2.1", "com.acme.io"), "plain:1")
                                .dependency(Artifact.of(coordinates("other:1")), "plain:1")
                                .dependency(Artifact.of(coordinates("another:1")), "app:1.0")
                                .linked(NOTHING),
                        TreeLines.ASCII,
                        false));
    }

    @Test
    void aTreeForEveryTerminalIsDrawnInAscii() {
        assertEquals("""
                com.acme:app:1.0
                +- com.acme:heap:0.9 [needs an allocator: dev.heapwright.heap]
                |  \\- com.acme:util:1.0
                \\- com.acme:io:2.1 [needs an allocator: com.acme.io]
                   \\- com.acme:pool:1.2 [allocator: com.acme.Pool]
                """, TextTree.renderNodes(example().linked(NOTHING), TreeLines.ASCII));
    }

    @Test
    void aRefusalIsShownWithItsProblems() {
        Decision refused = new Decision.Refuse(List.of(
                Diagnostic.error(DiagnosticId.TWO_ALLOCATORS, "com.acme:app would link 2 allocators"),
                Diagnostic.error(DiagnosticId.MARKER_MISMATCH, "app\u001B[2J has an invalid Heapwright marker")));
        assertEquals("""
                com.acme:app:1.0 is an application (configured), compiled for Java 17
                refused, not bound
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators
                [Heapwright/MarkerMismatch] app?[2J has an invalid Heapwright marker
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch

                com.acme:app:1.0
                """, TextTree.render(new LinkedModules().linked(refused), TreeLines.ASCII, true));
    }

    @Test
    void theGlueOfADependencyIsMarkedWhereItIs() {
        Decision adopted = new Decision.Adopt(binding(POOL), coordinates("bound:4"));
        assertEquals(
                """
                com.acme:app:1.0 is an application (configured), compiled for Java 17
                bound to com.acme.Pool (inherited from com.acme:bound:4)

                com.acme:app:1.0
                \\- com.acme:bound:4 [bound to: com.acme.Pool]
                   \\- com.acme:pool:1.2 [allocator: com.acme.Pool]
                """,
                TextTree.render(
                        new LinkedModules()
                                .dependency(bound("bound:4", POOL), "app:1.0")
                                .dependency(allocator("pool:1.2", POOL), "bound:4")
                                .linked(adopted),
                        TreeLines.ASCII,
                        true));
    }

    @Test
    void shippedAllocatorsAreMarkedByTheirShortNames() {
        assertEquals(
                "com.acme:app:1.0\n\\- com.acme:along:0.9 [available: jemalloc, mimalloc, system]\n",
                TextTree.renderNodes(
                        new LinkedModules()
                                .dependency(available(coordinates("along:0.9")), "app:1.0")
                                .linked(NOTHING),
                        TreeLines.ASCII));
    }

    @Test
    void theModulesOwnClassesAreMarkedToo() {
        Artifact self = new Artifact(APP, allocator("app:1.0", POOL).allocators(), List.of("com.acme.Main"), List.of());
        assertEquals(
                "com.acme:app:1.0 [needs an allocator: com.acme.Main] [allocator: com.acme.Pool]"
                        + " [bound to: com.acme.Pool]\n",
                TextTree.renderNodes(new LinkedModules().self(self).linked(TO_POOL), TreeLines.ASCII));
    }

    @Test
    void onlyTheFirstThreeOfManyNamesAreShown() {
        assertEquals(
                "com.acme:app:1.0\n\\- com.acme:io:2.1 [needs an allocator: a.A, a.B, a.C and 2 more]\n",
                TextTree.renderNodes(
                        new LinkedModules()
                                .dependency(consumer("io:2.1", "a.E", "a.D", "a.C", "a.B", "a.A"), "app:1.0")
                                .linked(NOTHING),
                        TreeLines.ASCII));
    }

    @Test
    void terminalControlCharactersInANameAreEscaped() {
        assertEquals(
                "com.acme:app:1.0\n\\- com.acme:io:2.1 [needs an allocator: a.?[2J?]\n",
                TextTree.renderNodes(
                        new LinkedModules()
                                .dependency(consumer("io:2.1", "a.\u001B[2J\n"), "app:1.0")
                                .linked(NOTHING),
                        TreeLines.ASCII));
    }

    @Test
    void artifactsThatDifferOnlyInClassifierAreOne() {
        assertEquals(
                "com.acme:app:1.0\n\\- com.acme:io:2.1 [needs an allocator: com.acme.io] [allocator: com.acme.Pool]\n",
                TextTree.renderNodes(
                        new LinkedModules()
                                .dependency(consumer("io:2.1", "com.acme.io"), "app:1.0")
                                .dependency(allocator("io:2.1", POOL), "app:1.0")
                                .linked(NOTHING),
                        TreeLines.ASCII));
    }

    @Test
    void artifactsThatTheModuleDoesNotRunWithAreNotShown() {
        assertEquals(
                """
                com.acme:app:1.0
                \\- com.acme:heap:0.9
                   \\- com.acme:util:1.0
                """,
                TextTree.renderNodes(
                        new LinkedModules()
                                .dependency(Artifact.of(coordinates("heap:0.9")), "app:1.0")
                                .dependency(Artifact.of(coordinates("util:1.0")), "heap:0.9", "a-test-framework:5")
                                .edges(coordinates("a-test-framework:5"), "app:1.0")
                                .linked(NOTHING),
                        TreeLines.ASCII));
    }

    @Test
    void anArtifactWithoutDependentsIsShownBelowTheModule() {
        assertEquals(
                """
                com.acme:app:1.0
                \\- com.acme:from-the-build:1
                   \\- com.acme:below:1
                """,
                TextTree.renderNodes(
                        new LinkedModules()
                                .dependency(Artifact.of(coordinates("from-the-build:1")))
                                .dependency(Artifact.of(coordinates("below:1")), "from-the-build:1")
                                .linked(NOTHING),
                        TreeLines.ASCII));
    }

    @Test
    void whatWasPassedOverStandsBelowTheDecision() {
        assertEquals(
                """
                com.acme:app:1.0 is an application (configured), compiled for Java 17
                not bound: nothing here needs an allocator
                passed over: com.acme:pool:1.2 (scope test)
                passed over: com.acme:slab:1.0 (managed only)

                com.acme:app:1.0
                """,
                TextTree.render(
                        new LinkedModules()
                                .passedOver(
                                        new PassedOver(coordinates("pool:1.2"), "scope test"),
                                        new PassedOver(coordinates("slab:1.0"), "managed only"))
                                .linked(NOTHING),
                        TreeLines.ASCII,
                        true));
    }

    @Test
    void theDecisionIsShownInSpiteOfAWarning() {
        LinkedModule module = new LinkedModules().linked(NOTHING);
        LinkedModule library = new LinkedModule(
                new DetectedKind(Kind.LIBRARY, "configured"),
                21,
                module.closure(),
                NOTHING,
                List.of(Diagnostic.warning(DiagnosticId.LIBRARY_IMPOSES_ALLOCATOR, "library imposes an allocator")));
        assertEquals("""
                com.acme:app:1.0 is a library (configured), compiled for Java 21
                not bound: nothing here needs an allocator
                [Heapwright/LibraryImposesAllocator] library imposes an allocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=LibraryImposesAllocator

                com.acme:app:1.0
                """, TextTree.render(library, TreeLines.ASCII, true));
    }

    @Test
    void allocatorsAreSortedByName() {
        Artifact both = Artifact.of(coordinates("two:1"))
                .withAllocators(List.of(
                        allocator("two:1", POOL).allocators().get(0),
                        allocator("two:1", ClassName.topLevel("com.acme.Arena"))
                                .allocators()
                                .get(0)));
        assertEquals(
                "com.acme:app:1.0\n\\- com.acme:two:1 [allocator: com.acme.Arena, com.acme.Pool]\n",
                TextTree.renderNodes(
                        new LinkedModules().dependency(both, "app:1.0").linked(NOTHING), TreeLines.ASCII));
    }
}
