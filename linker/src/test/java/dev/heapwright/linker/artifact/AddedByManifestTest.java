package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.linker.testing.ModuleInBuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** "Bound" is said only of what will run, also of what only the manifest of a jar names. */
class AddedByManifestTest {
    private static final String MARKER = "META-INF/heapwright/";

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
    void anotherAllocatorBesideTheFinalJarIsRefused() throws Exception {
        Path arena = allocator("arena").jar();
        app.classes().naming("../others/arena.jar");
        FinalJar jar = new FinalJar(app.classes().jar(), "");
        assertEquals("""
                [Heapwright/ShadowedClass] arena.jar also runs, because the manifest of classes.jar names it, but was not checked
                    at %s
                    Class-Path: %s
                    not checked: META-INF/heapwright/allocator/com.acme.arena.Pool
                  help: make it a dependency of the module, so that it is checked, or remove it from the
                        Class-Path of that manifest
                """.formatted(jar.file(), arena), refused(() -> app.check(jar)));
    }

    @Test
    void soIsWhatTheManifestOfADependencyNamesBeforeAndAfterItIsBound() throws Exception {
        app.folder("arena")
                .compile("com/acme/arena/Io.java", ModuleInBuild.consumerSource("com.acme.arena"))
                .jar();
        app.dependency(
                "named", new ClassFolder(app.folder("named").naming("arena.jar").jar()));
        assertEquals(MARKER + "needs-allocator/com.acme.arena.Io", unchecked(app::bind));
        assertEquals(MARKER + "needs-allocator/com.acme.arena.Io", unchecked(() -> app.check()));
    }

    @Test
    void soAreAnotherHeapAndAnotherBinding() throws Exception {
        String service = "META-INF/services/dev.heapwright.heap.Binding";
        String heap = "dev/heapwright/heap/Heap.class";
        app.folder("arena")
                .write(service, "com.acme.Glue\n")
                .write(heap, "older")
                .jar();
        app.dependency(
                "named", new ClassFolder(app.folder("named").naming("arena.jar").jar()));
        assertEquals(service + ", " + heap, unchecked(app::bind));
    }

    @Test
    void copiesOfWhatWasCheckedDoNoHarm() throws Exception {
        app.folder("pool").jar();
        app.folder("io").jar();
        app.folder("other").write("com/acme/other/Other.class", "").jar();
        app.classes().naming("../others/pool.jar", "../others/io.jar", "../others/other.jar", "../others/none.jar");
        app.check(new FinalJar(app.classes().jar(), ""));
        assertEquals(List.of("verified: bound only to com.acme.pool.Pool"), app.log());
    }

    @Test
    void aCopyThatDiffersDoes() throws Exception {
        ClassFolder pool = allocator("pool");
        String type = "com/acme/pool/Pool.class";
        byte[] checked = pool.read(type);
        pool.write(type, "older").jar();
        pool.write(type, checked);
        app.classes().naming("../others/pool.jar");
        FinalJar jar = new FinalJar(app.classes().jar(), "");
        assertEquals(type, unchecked(() -> app.check(jar)));
    }

    @Test
    void anEarlierBuildOfTheModuleIsTheModuleItself() throws Exception {
        Files.copy(app.classes().jar(), folder.resolve("others/app.jar"));
        app.dependency(
                "named", new ClassFolder(app.folder("named").naming("app.jar").jar()));
        app.bind();
        app.check();
    }

    private ClassFolder allocator(String name) {
        return app.folder(name)
                .compile(
                        "com/acme/" + name + "/Pool.java",
                        ClassFolder.allocator("com.acme." + name, "public final class Pool"));
    }

    private static String refused(Executable step) {
        return assertThrows(DiagnosticException.class, step).diagnostics().stream()
                .map(DiagnosticRenderer::render)
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("  more: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String unchecked(Executable step) {
        return refused(step)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("not checked: "))
                .map(line -> line.substring("not checked: ".length()))
                .collect(Collectors.joining(", "));
    }
}
