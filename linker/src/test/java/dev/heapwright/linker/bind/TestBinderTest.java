package dev.heapwright.linker.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.linker.testing.ModuleInBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestBinderTest {
    private static final Coordinates POOL = ModuleInBuild.coordinates("pool");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private ModuleInBuild library;

    @BeforeEach
    void aLibraryWithTests() throws Exception {
        library = new ModuleInBuild(folder)
                .of(Kind.APPLICATION)
                .consumer("io")
                .source("test", "com/acme/AppTest.java", "package com.acme; class AppTest {}");
    }

    @Test
    void testsAreBoundToTheAllocatorOfATestDependencyAlthoughThereIsAnother() throws Exception {
        bind(library.allocator("pool").allocator("slab"), Set.of(POOL));
        assertEquals(List.of("tests: bound to com.acme.pool.Pool 1.0 (linked explicitly)"), library.log());
        assertEquals(
                true,
                library.generated().stream()
                        .allMatch(each ->
                                each.startsWith("generated-test-") && !each.contains("com.acme.pool.heapwright")));
    }

    @Test
    void anAllocatorAmongTheTestsComesFirst() throws Exception {
        library.source("test", "com/acme/Own.java", ClassFolder.allocator("com.acme", "public final class Own"));
        bind(library.allocator("pool"), Set.of());
        assertEquals(List.of("tests: bound to com.acme.Own 1.0 (linked explicitly)"), library.log());
    }

    @Test
    void whereThereIsNoPreferenceTwoAllocatorsAreNoErrorButHelpToChoose() throws Exception {
        Decision decision = bind(library.allocator("pool").allocator("slab"), Set.of());
        assertEquals(
                new Decision.NothingToLink(
                        "com.acme:app would link 2 allocators; an application must link exactly one;"
                                + " to choose one for the tests, add it as a dependency, and have it on the class path of the tests only"),
                decision);
        assertEquals(List.of(), library.generated());
    }

    @Test
    void twoThatAreBothPreferredAreRefused() {
        library.allocator("pool").allocator("slab");
        DiagnosticException refused = assertThrows(
                DiagnosticException.class, () -> bind(library, Set.of(POOL, ModuleInBuild.coordinates("slab"))));
        assertEquals(DiagnosticId.TWO_ALLOCATORS, refused.diagnostics().get(0).id());
    }

    @Test
    void testsUseTheModulesOwnGlue() throws Exception {
        library.allocator("pool").compileGlue();
        assertEquals(new Decision.NothingToLink("they use the module's own glue"), bind(library, Set.of(POOL)));
    }

    @Test
    void whereThereAreNoTestsNothingIsBound() throws Exception {
        ModuleInBuild empty = new ModuleInBuild(folder.resolve("empty")).consumer("io");
        assertEquals(new Decision.NothingToLink("there are no tests"), bind(empty.allocator("pool"), Set.of(POOL)));
        assertEquals(List.of("tests: not bound: there are no tests"), empty.log());
    }

    private static Decision bind(ModuleInBuild module, Set<Coordinates> testDependencies) throws Exception {
        return new TestBinder(module.binder("test"), module.classes().path(), testDependencies).bind();
    }
}
