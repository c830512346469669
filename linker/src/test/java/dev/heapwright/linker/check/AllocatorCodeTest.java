package dev.heapwright.linker.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.artifact.ArtifactReader;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Javac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An allocator in a module, with a dependency of which one class needs an allocator. */
class AllocatorCodeTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "1.0");
    private static final Coordinates LIB = new Coordinates("com.acme", "lib", "2.1");

    private static final Path ANNOTATIONS = Javac.locationOf(NeedsAllocator.class);
    private static final Map<String, String> LIBRARY =
            Map.of("com/acme/lib/Sink.java", """
                    package com.acme.lib;

                    public interface Sink {
                        void put();
                    }
                    """, "com/acme/lib/Store.java", """
                    package com.acme.lib;

                    @dev.heapwright.annotations.NeedsAllocator
                    public class Store implements Sink {
                        public void put() {}
                    }
                    """, "com/acme/lib/Util.java", """
                    package com.acme.lib;

                    public class Util {
                        private static Sink sink;
                        public static long roundUp(long size) { return size; }
                        public static void log() { sink.put(); }
                        public static void sink() { Quiet quiet = null; quiet.hush(); }
                        public interface Quiet { void hush(); }
                        public static void load() { java.util.ServiceLoader.load(Sink.class); }
                    }
                    """);

    @TempDir
    private Path temporary;

    private ClassFolder lib;

    @BeforeEach
    void aLibrary() {
        lib = new ClassFolder(temporary.resolve("lib")).compile(LIBRARY, ANNOTATIONS);
    }

    @Test
    void theWayShowsTheArtifactsOfDependencies() throws Exception {
        assertEquals(List.of("""
                [Heapwright/CircularDependency] circular dependency: allocator com.acme.Pool uses com.acme.lib.Store, which needs an allocator
                    com.acme.Pool.allocate(long, long)
                    -> com.acme.lib.Util.log() in com.acme:lib:2.1
                    -> com.acme.lib.Store.put() in com.acme:lib:2.1 (needs an allocator)
                    -> com.acme.Pool
                  help: an allocator may only use code that needs no allocator; get memory from
                        dev.heapwright.memory.CHeap instead, or remove the call
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency"""), problems(follow("com.acme.lib.Util.log();")));
    }

    @Test
    void anotherMethodOfTheSameClassIsNoWay() throws Exception {
        assertEquals(List.of(), problems(follow("com.acme.lib.Util.roundUp(size);")));
    }

    @Test
    void servicesAreThoseOfTheClassPath() throws Exception {
        assertEquals(List.of(), problems(follow("com.acme.lib.Util.load();")));
        lib.write("META-INF/services/com.acme.lib.Sink", "# Sinks\n\ncom.acme.lib.Store # the only one\n");
        assertEquals(1, follow("com.acme.lib.Util.load();").problems().size());
    }

    @Test
    void servicesAreThoseOfTheModulePathToo() throws Exception {
        Map<String, String> module = new HashMap<>(LIBRARY);
        module.put("module-info.java", """
                module com.acme.lib {
                    requires static dev.heapwright.annotations;
                    uses com.acme.lib.Sink;
                    provides com.acme.lib.Sink with com.acme.lib.Store;
                }
                """);
        lib = new ClassFolder(temporary.resolve("module")).compileModule(module, ANNOTATIONS);
        assertEquals(1, follow("com.acme.lib.Util.load();").problems().size());
    }

    /** A heap at scope provided, as of a library for hosts, does not run with the module. */
    @Test
    void theHeapNeedsAnAllocatorWhereverItIs() throws Exception {
        ClassFolder heap = new ClassFolder(temporary.resolve("heap")).compile("dev/heapwright/heap/Heap.java", """
                        package dev.heapwright.heap;

                        public final class Heap {
                            public static long usableSize(long size, long align) { return size; }
                        }
                        """);
        app("dev.heapwright.heap.Heap.usableSize(size, align);", heap.path());
        assertEquals(
                List.of("[Heapwright/CircularDependency] circular dependency: allocator com.acme.Pool uses"
                        + " dev.heapwright.heap.Heap, which needs an allocator"),
                follow().problems().stream().map(DiagnosticRenderer::headline).toList());
    }

    @Test
    void callsByReflectionOfUnknownNamesAreListed() throws Exception {
        AllocatorCode code = follow("try { Class.forName(System.getProperty(\"pool\")); } catch (Exception e) {}");
        assertEquals(List.of(), problems(code));
        assertEquals(List.of("com.acme.Pool.allocate(long, long) calls Class.forName"), code.unknown());
    }

    @Test
    void whatIsReachedThroughAnUnreadableClassIsUnknown() throws Exception {
        String call = "com.acme.lib.Util.roundUp(size);";
        Path util = lib.path().resolve("com/acme/lib/Util.class");
        byte[] whole = Files.readAllBytes(util);
        app(call);
        // The constants, which come first, are whole: only the methods cannot be read.
        Files.write(util, Arrays.copyOf(whole, whole.length - 80));
        assertEquals(
                List.of("[Heapwright/UnreadableArtifact] a class file that an allocator may use cannot be read: what is"
                        + " reached through it is unknown"),
                follow().problems().stream().map(DiagnosticRenderer::headline).toList());
    }

    @Test
    void anUnreadableClassThatIsNotReachedDoesNoHarm() throws Exception {
        lib.write("com/acme/lib/Broken.class", "this is no class file");
        assertEquals(List.of(), problems(follow("com.acme.lib.Util.sink();")));
    }

    /** It may override what is called: the search needs to know all classes. */
    @Test
    void aClassOfAnUnknownJavaMayBeInTheWay() throws Exception {
        byte[] newer = Arrays.copyOf(lib.read("com/acme/lib/Store.class"), 40);
        newer[7] = (byte) 255;
        lib.write("com/acme/lib/Newer.class", newer);
        assertEquals(List.of(), problems(follow("com.acme.lib.Util.roundUp(size);")));
        assertEquals(
                List.of("""
                [Heapwright/UnreadableArtifact] a class file that an allocator may use cannot be read: what is reached through it is unknown
                    at %s!/com/acme/lib/Newer.class
                    it is corrupt, or compiled for a newer Java than this version of Heapwright supports
                  help: have the artifact that it is in downloaded or rebuilt; for a newer Java, use a newer Heapwright
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""".formatted(temporary.resolve("lib.jar"))), problems(follow("com.acme.lib.Util.sink();")));
    }

    private AllocatorCode follow(String statement) throws Exception {
        app(statement);
        return follow();
    }

    private void app(String statement) {
        app(statement, lib.path());
    }

    private void app(String statement, Path classPath) {
        new ClassFolder(temporary.resolve("app"))
                .compile(
                        Map.of(
                                "com/acme/Pool.java",
                                AllocatorSource.named("com.acme.Pool")
                                        .annotated("")
                                        .replacing(
                                                "allocate",
                                                "public static long allocate(long size, long align) { %s return 0; }"
                                                        .formatted(statement))
                                        .text()),
                        classPath);
    }

    private AllocatorCode follow() throws Exception {
        return AllocatorCode.follow(
                List.of(
                        new ResolvedClasspath.Entry(APP, temporary.resolve("app")),
                        new ResolvedClasspath.Entry(LIB, lib.jar())),
                APP,
                List.of(allocator()));
    }

    /** {@return an artifact that says that it has the allocator, with a class of which only that is looked at} */
    private Artifact allocator() throws Exception {
        ClassFolder marked = new ClassFolder(temporary.resolve("marked"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"));
        return ArtifactReader.read(marked.path(), APP);
    }

    private static List<String> problems(AllocatorCode code) {
        return code.problems().stream().map(DiagnosticRenderer::render).toList();
    }
}
