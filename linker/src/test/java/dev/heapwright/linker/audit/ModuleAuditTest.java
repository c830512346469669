package dev.heapwright.linker.audit;

import static dev.heapwright.linker.tree.LinkedModules.APP;
import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.coordinates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.linker.tree.LinkedModules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleAuditTest {
    private static final Decision NOTHING = new Decision.NothingToLink("nothing here needs an allocator");

    @TempDir
    private Path temporary;

    private final List<ResolvedClasspath.Entry> classpath = new ArrayList<>();

    @BeforeEach
    void makeArtifacts() throws IOException {
        ClassFolder io = new ClassFolder(temporary.resolve("io")).compile(Map.of("com/acme/io/Chunks.java", """
                package com.acme.io;

                import java.io.IOException;
                import java.nio.ByteBuffer;
                import java.nio.channels.FileChannel;

                class Chunks {
                    static final String FFM = "java.lang.foreign.Arena";

                    static ByteBuffer grow() {
                        return ByteBuffer.allocateDirect(1);
                    }

                    static ByteBuffer open() {
                        return ByteBuffer.allocateDirect(1);
                    }

                    static ByteBuffer map(FileChannel file) throws IOException {
                        return file.map(FileChannel.MapMode.READ_ONLY, 0, 1);
                    }
                }

                class Buffers {
                    static ByteBuffer grow() {
                        return ByteBuffer.allocateDirect(1);
                    }
                }

                class Rings {
                    static ByteBuffer grow() {
                        return ByteBuffer.allocateDirect(1);
                    }
                }
                """));
        io.write("io-2.1/libio.so", new byte[] {0x7F, 'E', 'L', 'F', 1, 1, 1});
        io.write("io.dll", new byte[] {'M', 'Z', 0, 0});
        add(coordinates("io:2.1"), io.jar());
        add(
                coordinates("pool:1.2"),
                ArtifactScannerTest.compile(new ClassFolder(temporary.resolve("pool")), "Pool")
                        .jar());
        add(coordinates("util:1.0"), temporary.resolve("never-made"));
    }

    @Test
    void eachArtifactHasATableOfWhatItTakes() {
        assertEquals("""
                com.acme:app:1.0 is an application (configured), compiled for Java 17
                bound to com.acme.Pool 1.2 (linked explicitly); the process has the C library's malloc

                com.acme:app:1.0
                  direct buffers      1  nobody                 com.acme.Main.grow

                com.acme:io:2.1
                  direct buffers      4  nobody                 com.acme.io.Chunks.grow, com.acme.io.Buffers.grow, com.acme.io.Rings.grow, ...
                  reflection          1  nobody                 com.acme.io.Chunks.FFM
                  mapped files        1  nobody                 com.acme.io.Chunks.map
                  not read            1  unknown                io-2.1/libio.so: it is not an ELF file
                  libraries for macOS or Windows, not read: 1

                com.acme:pool:1.2
                  direct buffers      1  the heap               com.acme.Pool.grow

                places governed by the heap: 1, by the process allocator: 0, by nobody: 7; not read: 1
                """, AuditFormat.TEXT.render(audit(TO_POOL, ProcessMode.NONE)));
    }

    @Test
    void mallocIsGovernedByTheAllocatorOfTheProcess() {
        String preloaded = AuditFormat.TEXT.render(audit(NOTHING, ProcessMode.PRELOADED));
        assertTrue(preloaded.contains("nothing here needs an allocator; an allocator is preloaded\n"), preloaded);
        assertTrue(preloaded.contains("direct buffers      4  the process allocator"), preloaded);
        assertTrue(preloaded.contains("reflection          1  nobody"), preloaded);
        String linked = AuditFormat.TEXT.render(audit(NOTHING, ProcessMode.LINKED));
        assertTrue(linked.contains("reflection          1  the process allocator"), linked);
        assertTrue(linked.contains("mapped files        1  nobody"), linked);
        assertTrue(linked.endsWith("by the heap: 0, by the process allocator: 7, by nobody: 1; not read: 1\n"), linked);
    }

    @Test
    void programsGetAllPlaces() {
        classpath.removeIf(each -> each.coordinates().artifactId().equals("pool"));
        assertEquals("""
                {
                  "module":"com.acme:app:1.0",
                  "heap":"not bound: nothing here needs an allocator",
                  "process":"none",
                  "artifacts":[{
                    "artifact":"com.acme:app:1.0",
                    "takes":[{
                      "source":"direct buffers",
                      "governor":"nobody",
                      "places":["com.acme.Main.grow"]
                    }],
                    "otherLibraries":0
                  },{
                    "artifact":"com.acme:io:2.1",
                    "takes":[{
                      "source":"direct buffers",
                      "governor":"nobody",
                      "places":["com.acme.io.Chunks.grow","com.acme.io.Buffers.grow","com.acme.io.Rings.grow","com.acme.io.Chunks.open"]
                    },{
                      "source":"reflection",
                      "governor":"nobody",
                      "places":["com.acme.io.Chunks.FFM"]
                    },{
                      "source":"mapped files",
                      "governor":"nobody",
                      "places":["com.acme.io.Chunks.map"]
                    },{
                      "source":"not read",
                      "governor":"unknown",
                      "places":["io-2.1/libio.so: it is not an ELF file"]
                    }],
                    "otherLibraries":1
                  },{
                    "artifact":"com.acme:util:1.0",
                    "takes":[],
                    "otherLibraries":0
                  }],
                  "notes":[]
                }
                """, AuditFormat.JSON.render(audit(NOTHING, ProcessMode.NONE)));
    }

    @Test
    void arrowAndNettyAreKnown() {
        add(new Coordinates("org.apache.arrow", "arrow-memory-core", "19.0.0"), temporary.resolve("none"));
        add(new Coordinates("org.apache.arrow", "arrow-memory-unsafe", "19.0.0"), temporary.resolve("none"));
        add(new Coordinates("io.netty", "netty-common", "4.2.1.Final"), temporary.resolve("none"));
        add(new Coordinates("io.netty", "netty-buffer", "4.2.1.Final"), temporary.resolve("none"));
        String arrow = "org.apache.arrow:arrow-memory-unsafe:19.0.0 takes Arrow's buffers past the heap;"
                + " heapwright-arrow takes them from the heap";
        String netty = "io.netty:netty-common:4.2.1.Final calls malloc through the FFM API on Java 25, if native access"
                + " is enabled: %s; heapwright-netty takes its buffers from the heap";
        assertEquals(
                List.of(
                        netty.formatted("an allocator that is preloaded would not serve it, one that is linked would"),
                        arrow),
                KnownArtifacts.notes(audit(TO_POOL, ProcessMode.NONE)));
        assertEquals(
                List.of(netty.formatted("it is not served by an allocator that is preloaded, but by the C library")),
                KnownArtifacts.notes(audit(NOTHING, ProcessMode.PRELOADED)));
        assertEquals(
                List.of(netty.formatted("it is served by the allocator that the process is linked to")),
                KnownArtifacts.notes(audit(NOTHING, ProcessMode.LINKED)));
    }

    @Test
    void theHeapItselfIsNotAudited() {
        add(new Coordinates("dev.heapwright", "heapwright-heap", "1.0"), temporary.resolve("io.jar"));
        assertEquals(
                List.of("app", "io", "pool", "util"),
                audit(TO_POOL, ProcessMode.NONE).artifacts().stream()
                        .map(each -> each.coordinates().artifactId())
                        .toList());
    }

    @Test
    void notesStandBelowTheTableAndInTheJson() {
        add(new Coordinates("org.apache.arrow", "arrow-memory-unsafe", "19.0.0"), temporary.resolve("none"));
        add(new Coordinates("org.apache.arrow", "arrow-memory-core", "19.0.0"), temporary.resolve("none"));
        ModuleAudit audit = audit(TO_POOL, ProcessMode.NONE);
        String note = KnownArtifacts.notes(audit).get(0);
        String text = AuditFormat.TEXT.render(audit);
        assertTrue(text.endsWith("\n" + note + "\n"), text);
        String json = AuditFormat.JSON.render(audit);
        assertTrue(json.endsWith("\"notes\":[\"" + note + "\"]\n}\n"), json);
    }

    @Test
    void aFormatThatThereIsNoneOfIsRefused() {
        assertEquals(
                "unknown output type 'jsn'; did you mean json?",
                assertThrows(DiagnosticException.class, () -> AuditFormat.named("jsn"))
                        .diagnostics()
                        .get(0)
                        .headline());
    }

    private void add(Coordinates artifact, Path location) {
        classpath.add(new ResolvedClasspath.Entry(artifact, location));
    }

    private ModuleAudit audit(Decision decision, ProcessMode process) {
        ClassFolder classes = ArtifactScannerTest.compile(new ClassFolder(temporary.resolve("classes")), "Main");
        return ModuleAudit.read(
                LinkedModules.example().linked(decision),
                classes.path(),
                new ResolvedClasspath(classpath, new DependencyGraph(Map.of(APP, Set.of()))),
                process,
                BuildCache.inMemory());
    }
}
