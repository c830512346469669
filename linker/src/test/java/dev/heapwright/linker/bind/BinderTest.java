package dev.heapwright.linker.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.linker.testing.ModuleInBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinderTest {
    private static final String GLUE = "generated-sources/heapwright/com/acme/app/heapwright/HeapwrightBinding.java";
    private static final String SERVICE =
            "generated-resources/heapwright/META-INF/services/dev.heapwright.heap.Binding";

    private static final String MARKER = "META-INF/heapwright/binding/com.acme.pool.Pool";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private ModuleInBuild app;

    @BeforeEach
    void anApplication() {
        app = new ModuleInBuild(folder);
    }

    @Test
    void anApplicationIsBoundToTheAllocatorThatItDependsOn() throws Exception {
        Binder.Outcome outcome = app.consumer("io").allocator("pool").bind();
        assertEquals(
                List.of("kind: application (configured)", "bound to com.acme.pool.Pool 1.0 (linked explicitly)"),
                app.log());
        assertTrue(
                app.generated().containsAll(List.of(GLUE, SERVICE)),
                app.generated().toString());
        assertEquals(ModuleInBuild.APP, outcome.closure().module().coordinates());
        assertTrue(outcome.decision() instanceof Decision.Link);
    }

    @Test
    void glueOfAnEarlierBuildIsDeletedWhereNothingIsLinkedAnyMore() throws Exception {
        app.consumer("io").allocator("pool").bind();
        Path glue = app.classes()
                .write("com/acme/app/heapwright/HeapwrightBinding.class", "compiled")
                .write(MARKER, Files.readString(folder.resolve("target/generated-resources/heapwright/" + MARKER)))
                .path()
                .resolve("com/acme/app/heapwright/HeapwrightBinding.class");
        app.again().withoutHeap().bind();
        assertEquals(List.of(), app.generated());
        assertFalse(Files.exists(glue));
        assertEquals(
                "not bound: the heap is not on its runtime class path: its host provides it",
                app.log().get(1));
    }

    @Test
    void itsOwnAllocatorIsFoundInItsSources() throws Exception {
        own("Own").consumer("io").bind();
        assertEquals("bound to com.acme.Own 1.0 (linked explicitly)", app.log().get(1));
    }

    @Test
    void severalAllocatorsOfItsOwnAreLeftToTheCompiler() throws Exception {
        Binder.Outcome outcome = own("Own", "Other").bind();
        assertEquals(new Decision.NothingToLink("its sources contain more than one allocator"), outcome.decision());
        assertEquals(
                "not bound: its sources contain more than one allocator",
                app.log().get(1));
        assertEquals(List.of(), app.generated());
    }

    @Test
    void aRefusalLeavesWhatIsThere() throws Exception {
        app.consumer("io").allocator("pool").bind();
        List<String> before = app.generated();
        app.again().allocator("slab");
        DiagnosticException refused = assertThrows(DiagnosticException.class, app::bind);
        assertEquals(DiagnosticId.TWO_ALLOCATORS, refused.diagnostics().get(0).id());
        assertEquals(before, app.generated());
    }

    @Test
    void checkedGlueWritesReportsAndOtherGlueDeletesThem() throws Exception {
        app.consumer("io").allocator("pool").with(GlueOptions.CHECKED).bind();
        assertTrue(app.log().get(1).contains("checked"), app.log().toString());
        Path reports = folder.resolve("target/heapwright-checked");
        assertTrue(Files.isDirectory(reports), () -> listed());
        app.again().with(GlueOptions.PLAIN).bind();
        assertFalse(Files.exists(reports));
    }

    @Test
    void aLibraryIsNotBoundAndItsOwnAllocatorIsLeftToTheCompiler() throws Exception {
        Binder.Outcome outcome =
                own("Own", "Other").of(Kind.LIBRARY).consumer("io").bind();
        assertTrue(outcome.decision() instanceof Decision.NothingToLink, outcome.toString());
        assertEquals(List.of("generated-resources/heapwright/META-INF/heapwright/library"), app.generated());
    }

    @Test
    void whatIsConfiguredForGlueOfAnotherArtifactIsToldToHaveNoEffect() throws Exception {
        app.consumer("io").dependency("bound", bound());
        app.with(GlueOptions.CHECKED).bind();
        assertEquals(
                List.of(
                        "bound to com.acme.bound.Pool (inherited from com.acme:bound:1.0)",
                        "  not checked: the glue comes from com.acme:bound:1.0; set checked in that build"),
                app.log().subList(1, 3));
        app.again().with(GlueOptions.of(false, false, "64m")).preloaded().bind();
        assertEquals(
                List.of(
                        "  not observed: the glue comes from com.acme:bound:1.0; set observed in that build",
                        "  how the program is started is not checked: the glue comes from com.acme:bound:1.0; set process in that build"),
                app.log().subList(2, 4));
        assertEquals(List.of(), app.generated());
    }

    @Test
    void aModuleDeclarationMustProvideTheBinding() throws Exception {
        app.consumer("io").allocator("pool").source("main", "module-info.java", "module com.acme.app {}");
        DiagnosticException refused = assertThrows(DiagnosticException.class, app::bind);
        assertEquals(DiagnosticId.NOT_PROVIDED, refused.diagnostics().get(0).id());
        assertEquals(List.of(), app.generated());
    }

    private ClassFolder bound() throws IOException {
        ClassFolder classes = app.folder("bound")
                .compile(
                        "com/acme/bound/Pool.java", ClassFolder.allocator("com.acme.bound", "public final class Pool"));
        return classes.add(Glue.of(
                ModuleInBuild.coordinates("bound"),
                new Decision.Link(
                        ClassName.topLevel("com.acme.bound.Pool"),
                        ModuleInBuild.coordinates("bound"),
                        "linked explicitly"),
                false));
    }

    private ModuleInBuild own(String... names) throws IOException {
        for (String name : names) {
            app.source(
                    "main",
                    "com/acme/" + name + ".java",
                    ClassFolder.allocator("com.acme", "public final class " + name));
        }
        return app;
    }

    private String listed() {
        try {
            return app.generated().toString();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
