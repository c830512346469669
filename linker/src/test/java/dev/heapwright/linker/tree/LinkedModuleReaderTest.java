package dev.heapwright.linker.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.DefaultAllocator;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.LinkTarget;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.testing.ClassFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedModuleReaderTest {
    private static final Coordinates APP = coordinates("app");

    @TempDir
    private Path temporary;

    private ClassFolder pool;
    private ClassFolder heap;

    @BeforeEach
    void compile() {
        pool = new ClassFolder(temporary.resolve("pool"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"));
        heap = new ClassFolder(temporary.resolve("heap")).compile("dev/heapwright/heap/package-info.java", """
                @dev.heapwright.annotations.NeedsAllocator
                package dev.heapwright.heap;
                """);
    }

    @Test
    void aModuleIsShownAsItWouldBeBound() throws Exception {
        LinkedModule module = read(pool, heap);
        assertEquals("bound to com.acme.Pool 1.0 (linked explicitly)", module.outcome());
        assertEquals(List.of(), module.problems());
    }

    @Test
    void whatBindRefusesIsShownAsRefused() throws Exception {
        ClassFolder copy = new ClassFolder(temporary.resolve("copy")).write("com/acme/Pool.class", "another");
        LinkedModule module = read(pool, heap, copy);
        assertEquals("refused, not bound", module.outcome());
        assertEquals(
                List.of(
                        "com.acme.Pool is in 2 artifacts and differs: the order of the class path decides which one runs"),
                module.problems().stream().map(Diagnostic::headline).toList());
    }

    private LinkedModule read(ClassFolder... dependencies) throws Exception {
        List<ResolvedClasspath.Entry> entries = List.of(dependencies).stream()
                .map(each -> new ResolvedClasspath.Entry(
                        coordinates(each.path().getFileName().toString()), each.path()))
                .toList();
        BuildModule module = new BuildModule(
                APP,
                new DetectedKind(Kind.APPLICATION, "configured"),
                25,
                List.of(),
                StandardCharsets.UTF_8,
                temporary.resolve("classes"),
                BuildModule.Folders.in(temporary),
                Set.of());
        Linker linker = new Linker(
                new LinkTarget(Kind.APPLICATION, 25),
                DefaultAllocator.configured(Kind.APPLICATION, List.of(), PlainDialect.INSTANCE),
                "1.0",
                PlainDialect.INSTANCE);
        ResolvedClasspath classpath = new ResolvedClasspath(entries, new DependencyGraph(Map.of()));
        return new LinkedModuleReader(module, classpath, linker, BuildCache.inMemory()).read(List.of());
    }

    private static Coordinates coordinates(String name) {
        return new Coordinates("com.acme", name, "1.0");
    }
}
