package dev.heapwright.linker.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.linker.testing.ModuleInBuild;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with a module declaration, bound to an allocator in a module {@code com.acme.pool}. */
class ModulePathTest {
    private static final String PROVIDES =
            "provides dev.heapwright.heap.Binding with com.acme.app.heapwright.HeapwrightBinding;";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private ModuleInBuild app;

    @BeforeEach
    void anAllocatorInAModule() throws Exception {
        app = new ModuleInBuild(folder).consumer("io");
    }

    @Test
    void theModuleOfTheAllocatorMustBeRequired() throws Exception {
        pool();
        assertEquals(
                "add to its module-info.java:\n    requires com.acme.pool;", help("requires dev.heapwright.heap;"));
        declare("requires dev.heapwright.heap; requires com.acme.pool;");
        app.again().bind();
        assertEquals(
                "bound to com.acme.pool.Pool 1.0 (linked explicitly)", app.log().get(1));
    }

    @Test
    void aModuleThatIsRequiredMayPassItOn() throws Exception {
        pool();
        String base = "module com.acme.base { requires transitive com.acme.pool; }";
        app.dependency(
                "base",
                app.folder("base")
                        .compileModule(
                                Map.of("module-info.java", base),
                                app.folder("pool").path(),
                                Javac.locationOf(Allocator.class)));
        declare("requires dev.heapwright.heap; requires com.acme.base;");
        app.bind();
        assertEquals(
                "bound to com.acme.pool.Pool 1.0 (linked explicitly)", app.log().get(1));
    }

    @Test
    void anAllocatorOfItsOwnNeedsNoModule() throws Exception {
        app.source("main", "com/acme/Own.java", ClassFolder.allocator("com.acme", "public final class Own"));
        declare("requires dev.heapwright.heap;");
        app.bind();
        assertEquals("bound to com.acme.Own 1.0 (linked explicitly)", app.log().get(1));
    }

    private void pool() throws IOException {
        Path annotations = Javac.locationOf(Allocator.class);
        app.dependency(
                "pool",
                app.folder("pool")
                        .compileModule(
                                Map.of(
                                        "module-info.java",
                                        "module com.acme.pool { requires static transitive dev.heapwright.annotations; exports com.acme.pool; }",
                                        "com/acme/pool/Pool.java",
                                        ClassFolder.allocator("com.acme.pool", "public final class Pool")),
                                annotations)
                        .write(
                                "META-INF/heapwright/allocator/com.acme.pool.Pool",
                                "contract=1\nname=com.acme.pool.Pool\n"));
    }

    private void declare(String directives) throws IOException {
        app.source("main", "module-info.java", "module com.acme.app { " + directives + " " + PROVIDES + " }");
    }

    private String help(String directives) throws IOException {
        declare(directives);
        List<Diagnostic> refused =
                assertThrows(DiagnosticException.class, app::bind).diagnostics();
        return String.join("\n", refused.get(0).help());
    }
}
