package dev.heapwright.linker.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.linker.testing.ModuleInBuild;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Javac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule with a module that breaks it, in the order of the rules: a later one is not asked where an earlier one refuses. */
class ModuleCheckTest {
    private static final String BINDING = "com/acme/app/heapwright/HeapwrightBinding.class";
    private static final String SERVICE = "META-INF/services/dev.heapwright.heap.Binding";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private ModuleInBuild app;

    @BeforeEach
    void aBoundApplication() throws Exception {
        app = new ModuleInBuild(folder).consumer("io").allocator("pool").compileGlue();
    }

    @Test
    void whatIsRightIsSaid() throws Exception {
        app.check();
        assertEquals(
                List.of("verified: bound only to com.acme.pool.Pool (only the class folder: there is no jar yet)"),
                app.log());
        app.again().check(new FinalJar(app.classes().jar(), ""));
        assertEquals(1, app.log().size());
        assertEquals(
                -1, app.log().get(0).indexOf("only the class folder"), app.log().toString());
    }

    @Test
    void aClassThatTheProcessorHasNotSeen() throws Exception {
        app.classes()
                .compile(
                        Map.of("com/acme/app/Io.java", ModuleInBuild.consumerSource("com.acme.app")),
                        Javac.locationOf(NeedsAllocator.class));
        assertEquals(List.of(DiagnosticId.NOT_VALIDATED), refused());
    }

    @Test
    void twoAllocatorsThatWereCompiledApart() throws Exception {
        allocator("com.acme.app.First", "First");
        allocator("com.acme.app.Second", "Second");
        assertEquals(List.of(DiagnosticId.DUPLICATE_ALLOCATOR), refused());
    }

    @Test
    void anAllocatorWhoseCodeUsesADependencyThatNeedsOne() throws Exception {
        own("new com.acme.io.Io();", app.folder("io").path());
        assertEquals(List.of(DiagnosticId.CIRCULAR_DEPENDENCY), refused());
    }

    @Test
    void whatCannotBeLinkedAnyMore() throws Exception {
        app.allocator("slab");
        assertEquals(List.of(DiagnosticId.TWO_ALLOCATORS), refused());
    }

    @Test
    void glueThatWasNotCompiledOrIsForAnother() throws Exception {
        app.without("pool").allocator("slab");
        assertEquals(List.of(DiagnosticId.UNCOMPILED_GLUE), refused());
        app.without("slab").allocator("pool").classes().delete(BINDING).delete(SERVICE);
        app.classes().delete("META-INF/heapwright/binding/com.acme.pool.Pool");
        app.again();
        assertEquals(List.of(DiagnosticId.UNCOMPILED_GLUE), refused());
    }

    @Test
    void newerJvmsLoadOtherGlue() throws Exception {
        byte[] glue = app.classes().read(BINDING);
        app.classes().write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n");
        app.classes().write("META-INF/versions/21/" + BINDING, glue);
        assertEquals(List.of(DiagnosticId.SHADOWED_CLASS), refused());
    }

    @Test
    void aModuleThatDoesNotProvideItsBinding() throws Exception {
        app.classes().compileModule(Map.of("module-info.java", "module com.acme.app {}"));
        assertEquals(List.of(DiagnosticId.NOT_PROVIDED), refused());
    }

    @Test
    void aJarWithoutTheServiceFile() throws Exception {
        byte[] service = app.classes().read(SERVICE);
        Path jar = app.classes().delete(SERVICE).jar();
        app.classes().write(SERVICE, service);
        assertEquals(List.of(DiagnosticId.BROKEN_PACKAGE), refused(new FinalJar(jar, "")));
    }

    @Test
    void warningsAreLoggedAndNothingIsRefused() throws Exception {
        app.classes().write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: com.acme.app.Main\n\n");
        app.check(new FinalJar(app.classes().jar(), ""));
        assertEquals("[Heapwright/NativeAccess]", app.log().get(0).split(" ", -1)[0]);
        assertEquals("verified: ", app.log().get(1).substring(0, "verified: ".length()));
    }

    @Test
    void aLibraryThatPassesAnAllocatorOnIsWarnedOf() throws Exception {
        ModuleInBuild library =
                new ModuleInBuild(folder.resolve("library")).of(Kind.LIBRARY).allocator("pool");
        library.check();
        assertEquals(List.of("verified: not bound"), library.log());
    }

    @Test
    void callsByReflectionThatAreNotFollowedAreLogged() throws Exception {
        app = new ModuleInBuild(folder.resolve("library")).of(Kind.LIBRARY).withoutHeap();
        own("try { Class.forName(System.getProperty(\"pool\")); } catch (Exception e) {}");
        app.check();
        assertEquals(
                List.of(
                        "not followed: com.acme.app.Own.allocate(long, long) calls Class.forName with names that are not"
                                + " constants",
                        "verified: not bound"),
                app.log());
    }

    @Test
    void whatCheckedGlueFoundWhenAJvmEndedIsAProblem() throws Exception {
        Path reports = checked();
        Files.writeString(reports.resolve("9-1.txt"), "");
        app.check();
        assertEquals(
                "checked glue: nothing found at exit; JVM reports: 1", app.log().get(2));
        long here = ProcessHandle.current().pid();
        Files.writeString(reports.resolve(here + "-1.running"), "");
        app.check();
        assertEquals(
                "checked glue: findings in the build tool's own JVM are printed when that ends, and do not fail the build",
                app.log().get(4));
        Files.writeString(
                reports.resolve("10-1.txt"), "[Heapwright/Leak] 1 block (64 bytes) not freed when the program ended\n");
        assertEquals(List.of(DiagnosticId.LEAK), refused());
    }

    /** {@return the folder with the reports of JVMs that ran with the application's glue} */
    private Path checked() throws Exception {
        Decision.Link link =
                (Decision.Link) app.with(GlueOptions.CHECKED).bind().decision();
        app.classes()
                .compile("com/acme/pool/Pool.java", ClassFolder.allocator("com.acme.pool", "public final class Pool"))
                .add(Glue.of(ModuleInBuild.APP, link.with(GlueOptions.CHECKED), false))
                .delete("com/acme/pool/Pool.class")
                .delete("META-INF/heapwright/allocator/com.acme.pool.Pool");
        return folder.resolve("target/heapwright-checked");
    }

    /** Compiles an allocator of the module's own whose first function runs a statement. */
    private void own(String statement, Path... classPath) throws Exception {
        app.classes()
                .compile(
                        Map.of(
                                "com/acme/app/Own.java",
                                AllocatorSource.named("com.acme.app.Own")
                                        .replacing(
                                                "allocate",
                                                "public static long allocate(long size, long align) { %s return 0; }"
                                                        .formatted(statement))
                                        .text()),
                        Stream.concat(Stream.of(Javac.locationOf(NeedsAllocator.class)), Stream.of(classPath))
                                .toArray(Path[]::new))
                .write("META-INF/heapwright/allocator/com.acme.app.Own", "contract=1\nname=com.acme.app.Own\n");
    }

    private ClassFolder allocator(String name, String simple) {
        return app.classes()
                .compile(
                        name.replace('.', '/') + ".java",
                        ClassFolder.allocator("com.acme.app", "public final class " + simple));
    }

    private List<DiagnosticId> refused(FinalJar... jars) {
        DiagnosticException refused = assertThrows(DiagnosticException.class, () -> app.check(jars));
        return refused.diagnostics().stream().map(Diagnostic::id).toList();
    }
}
