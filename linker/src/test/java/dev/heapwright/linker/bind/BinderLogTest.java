package dev.heapwright.linker.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.linker.testing.ModuleInBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged besides the decision: what was passed over, what could not be read, and what has no effect. */
class BinderLogTest {
    private static final String TEST_GLUE = "passed over: com.acme:tests:1.0 (its glue is for its own tests)";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private ModuleInBuild app;

    @BeforeEach
    void anApplication() {
        app = new ModuleInBuild(folder).consumer("io");
    }

    @Test
    void glueForTheTestsOfADependencyIsPassedOver() throws Exception {
        app.allocator("pool")
                .dependency("tests", bound("tests", GlueOptions.PLAIN, true))
                .bind();
        assertEquals(
                List.of(
                        "kind: application (configured)",
                        "bound to com.acme.pool.Pool 1.0 (linked explicitly)",
                        TEST_GLUE),
                app.log());
    }

    @Test
    void soItIsForTests() throws Exception {
        app.allocator("pool")
                .dependency("tests", bound("tests", GlueOptions.PLAIN, true))
                .source("test", "com/acme/AppTest.java", "package com.acme; class AppTest {}");
        new TestBinder(app.binder("test"), app.classes().path(), Set.of(ModuleInBuild.coordinates("pool"))).bind();
        assertEquals(
                List.of("tests: " + TEST_GLUE, "tests: bound to com.acme.pool.Pool 1.0 (linked explicitly)"),
                app.log());
    }

    @Test
    void anAllocatorThatTheModuleDoesNotRunWithIsPassedOver() throws Exception {
        Path pool = app.folder("pool")
                .compile("com/acme/pool/Pool.java", ClassFolder.allocator("com.acme.pool", "public final class Pool"))
                .path();
        app.of(Kind.HOSTED).withoutHeap().knowing(leftOut("pool", pool)).bind();
        assertEquals(
                List.of(
                        "kind: hosted (configured)",
                        "not bound: the heap is not on its runtime class path: its host provides it",
                        "passed over: com.acme:pool:1.0 (scope test)"),
                app.log());
    }

    @Test
    void aLibraryWithAMainMethodIsWarnedOf() throws Exception {
        app.of(DetectedKind.of(null, List.of()))
                .source(
                        "main",
                        "com/acme/Main.java",
                        "package com.acme; public final class Main { public static void main(String[] args) {} }")
                .bind();
        assertEquals(
                "[Heapwright/NotBound] com.acme:app is built as a library, without a binding, but com.acme.Main has a main"
                        + " method",
                app.log().get(2).lines().findFirst().orElse(""));
    }

    @Test
    void aSourceThatCannotBeParsedIsLoggedForWhoDebugs() throws Exception {
        app.allocator("pool")
                .source(
                        "main",
                        "com/acme/Broken.java",
                        "package com.acme; @dev.heapwright.annotations.Allocator class Broken { int = ; }")
                .bind();
        assertEquals(
                "could not be fully parsed: " + folder.resolve("src/main/com/acme/Broken.java"),
                app.log().get(1));
    }

    @Test
    void aLimitHasNoEffectOnGlueOfAnotherArtifact() throws Exception {
        app.dependency("bound", bound("bound", GlueOptions.of(false, true, ""), false))
                .with(GlueOptions.of(false, true, "64m"))
                .bind();
        assertEquals("  no limit: the glue comes from com.acme:bound:1.0; set limit in that build", lastLine());
        app.again().with(GlueOptions.of(false, true, "")).bind();
        assertEquals(2, app.log().size(), app.log().toString());
    }

    @Test
    void theLibraryOfAPreloadedProcessIsNamed() throws Exception {
        app.allocator("pool").preloaded("jemalloc").bind();
        assertEquals(
                "the heap works only in processes that were started with libheapwright-jemalloc.so",
                app.log().get(1));
    }

    @Test
    void testsAreNotStartedWithIt() throws Exception {
        app.allocator("pool")
                .preloaded("jemalloc")
                .source("test", "com/acme/AppTest.java", "package com.acme; class AppTest {}");
        new TestBinder(app.binder("test"), app.classes().path(), Set.of()).bind();
        assertEquals(List.of("tests: bound to com.acme.pool.Pool 1.0 (linked explicitly)"), app.log());
    }

    private String lastLine() {
        return app.log().get(app.log().size() - 1);
    }

    /** {@return an artifact with an allocator, which only its own glue calls} */
    private ClassFolder bound(String name, GlueOptions options, boolean tests) throws IOException {
        String allocator = "com.acme." + name + ".Pool";
        String file = allocator.replace('.', '/');
        ClassFolder classes = app.folder(name)
                .compile(file + ".java", ClassFolder.allocator("com.acme." + name, "public final class Pool"));
        Coordinates coordinates = ModuleInBuild.coordinates(name);
        Decision.Link link =
                new Decision.Link(ClassName.topLevel(allocator), coordinates, "linked explicitly").with(options);
        classes.add(Glue.of(coordinates, link, tests));
        return tests
                ? classes.delete("META-INF/heapwright/allocator/" + allocator).delete(file + ".class")
                : classes;
    }

    private static OtherArtifacts leftOut(String name, Path location) {
        return new OtherArtifacts() {
            @Override
            public List<LeftOut> leftOut(Set<Coordinates> consumers) {
                return consumers.equals(Set.of(ModuleInBuild.coordinates("io")))
                        ? List.of(new LeftOut(ModuleInBuild.coordinates(name), location, "scope test"))
                        : List.of();
            }

            @Override
            public boolean mayBeAnnotated(Coordinates artifact) {
                return false;
            }
        };
    }
}
