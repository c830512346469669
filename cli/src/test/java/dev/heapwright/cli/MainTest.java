package dev.heapwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.heap.Heap;
import dev.heapwright.linker.artifact.JarCoordinates;
import dev.heapwright.memory.Memory;
import dev.heapwright.mimalloc.MimallocAllocator;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.Source;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that is built manually: each step as a build tool other than Maven would run it. */
class MainTest {
    private static final String MAIN = """
            package com.acme;

            import dev.heapwright.annotations.NeedsAllocator;
            import dev.heapwright.heap.Heap;

            @NeedsAllocator
            public final class Main {
                public static String binding() {
                    return Heap.binding().toString();
                }
            }
            """;
    private static final List<Path> HEAP = Stream.of(
                    Allocator.class, Heap.class, MimallocAllocator.class, Memory.class, Diagnostic.class)
            .map(Javac::locationOf)
            .distinct()
            .toList();

    /** A jar that Maven has built contains its version, a class folder does not. */
    private static final String BINDING = "dev.heapwright.system.SystemAllocator "
            + JarCoordinates.of(Javac.locationOf(MimallocAllocator.class)).version()
            + " (default for an application for Java 17, as jemalloc needs Java 22)";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path sources;
    private Path build;

    @BeforeEach
    void writeSources() throws IOException {
        sources = folder.resolve("src");
        build = folder.resolve("build");
        Files.createDirectories(sources.resolve("com/acme"));
        Files.writeString(sources.resolve("com/acme/Main.java"), MAIN);
    }

    @Test
    void anApplicationIsBoundCompiledVerifiedAndRuns() throws Exception {
        assertEquals(0, run("bind", HEAP), err::toString);
        assertEquals("""
                kind: application (configured)
                bound to %s
                """.formatted(BINDING), out.toString());
        compile(HEAP);
        assertEquals(0, run("check", HEAP), err::toString);
        assertTrue(
                out.toString()
                        .endsWith("verified: bound only to dev.heapwright.system.SystemAllocator"
                                + " (only the class folder: there is no jar yet)\n"),
                out::toString);
        assertEquals("", err.toString());
        assertEquals(BINDING, binding());
    }

    @Test
    void observedGlueHasTheLimitThatWasAskedFor() throws Exception {
        assertEquals(0, run("bind", HEAP, "--limit", "512m"), err::toString);
        assertTrue(out.toString().contains("Java 22, observed, limit 512m)"), out::toString);
        compile(HEAP);
        assertEquals(BINDING.replace(")", ", observed, limit 512m)"), binding());
    }

    @Test
    void aLimitThatIsNoneIsRefusedWithTheNearest() {
        assertEquals(Main.REFUSED, run("bind", HEAP, "--limit", "512mb"));
        assertTrue(
                err.toString().contains("limit '512mb' is not a number of bytes greater than 0; did you mean 512m?"));
    }

    @Test
    void anUnboundModuleIsRefused() throws Exception {
        compile(HEAP);
        Path jar = folder.resolve("app.jar");
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        writer(out),
                        writer(err),
                        "--create",
                        "--file",
                        jar.toString(),
                        "-C",
                        build.resolve("classes").toString(),
                        ".");
        assertEquals(Main.REFUSED, run("check", HEAP, "--jar", jar.toString()));
        assertTrue(
                err.toString()
                        .startsWith("[Heapwright/UncompiledGlue] com.acme:app must be bound to"
                                + " dev.heapwright.system.SystemAllocator, but no glue was generated"),
                err::toString);
    }

    @Test
    void twoAllocatorsAreRefusedWithHelpForGradle() throws Exception {
        Path artifacts = folder.resolve("artifacts.txt");
        Path dependencies = folder.resolve("dependencies.txt");
        List<String> lines = new ArrayList<>(List.of(
                "com.acme:pool:1.2=" + allocator("Pool"),
                "com.acme:arena:2.0:linux=" + allocator("Arena"),
                "com.acme:io:2.1=" + folder.resolve("never-made")));
        HEAP.forEach(path -> lines.add("dev.heapwright:heap-" + HEAP.indexOf(path) + ":0.1.0=" + path));
        Files.write(artifacts, lines);
        Files.writeString(dependencies, """
                com.acme:app:1.0 -> com.acme:pool:1.2
                com.acme:app:1.0 -> com.acme:io:2.1
                com.acme:io:2.1 -> com.acme:arena:2.0:linux
                """);
        assertEquals(
                Main.REFUSED,
                run(
                        "bind",
                        List.of(),
                        "--artifacts",
                        artifacts.toString(),
                        "--dependencies",
                        dependencies.toString(),
                        "--build-tool",
                        "gradle"));
        assertEquals("""
                [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                    com.acme.Pool   via com.acme:app -> com.acme:pool:1.2
                    com.acme.Arena  via com.acme:app -> com.acme:io:2.1 -> com.acme:arena:jar:linux:2.0
                  help: keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme:io:
                        implementation('com.acme:io:2.1') {
                            exclude group: 'com.acme', module: 'arena'
                        }
                  more: java -jar heapwright-cli.jar explain TwoAllocators
                """, err.toString());
        assertTrue(Files.notExists(build));
    }

    @Test
    void ifDependenciesAreUnknownTheCodeOfAnAllocatorIsFollowed() throws Exception {
        Path circular = folder.resolve("circular");
        Javac.withClassPath()
                .withClassPath(HEAP)
                .withOptions("--release", "17")
                .withProcessors(List.of())
                .compile(List.of(Source.of(
                        "com/acme/Pool.java",
                        AllocatorSource.named("com.acme.Pool")
                                .replacing("allocate", """
                                public static long allocate(long size, long align) {
                                    return dev.heapwright.heap.Heap.allocate(size, align);
                                }
                                """)
                                .text())))
                .save(circular);
        Path markers = Files.createDirectories(circular.resolve("META-INF/heapwright/allocator"));
        Files.writeString(markers.resolve("com.acme.Pool"), "contract=1\nname=com.acme.Pool\n");
        List<Path> classPath = Stream.concat(Stream.of(circular), HEAP.stream()).toList();
        assertEquals(Main.REFUSED, run("bind", classPath));
        assertTrue(err.toString().startsWith("[Heapwright/CircularDependency] "), err::toString);
        assertEquals(0, run("tree", classPath), "a tree is shown whatever would be refused");
    }

    @Test
    void theTreeShowsWhatIsLinked() throws Exception {
        assertEquals(0, run("tree", HEAP), err::toString);
        assertEquals(
                List.of("com.acme:app:1.0 is an application (configured), compiled for Java 17", "bound to " + BINDING),
                out.toString().lines().limit(2).toList());
    }

    @Test
    void theAuditShowsWhoTakesNativeMemory() throws Exception {
        assertEquals(0, run("audit", List.of(io())), err::toString);
        assertEquals("""

                com.acme:app:1.0 is an application (configured), compiled for Java 17
                not bound: nothing here needs an allocator; the process has the C library's malloc

                file:io:unknown
                  direct buffers      1  nobody                 com.acme.Chunks.grow

                places governed by the heap: 0, by the process allocator: 0, by nobody: 1; not read: 0

                """, out.toString());
    }

    @Test
    void theAuditIsWrittenToAFileForPrograms() throws Exception {
        Path file = folder.resolve("audit/audit.json");
        assertEquals(
                0,
                run(
                        "audit",
                        List.of(io()),
                        "--output-type",
                        "json",
                        "--output-file",
                        file.toString(),
                        "--process",
                        "preloaded"),
                err::toString);
        assertEquals("audit written to " + file + "\n", out.toString());
        assertTrue(Files.readString(file).contains("\"governor\":\"the process allocator\""), Files.readString(file));
    }

    @Test
    void whatIsNotInTheBaselineIsRefusedOrReportedOnce() throws Exception {
        Path baseline = folder.resolve("baseline.txt");
        String[] comparing = {"--baseline", baseline.toString(), "--ungoverned", "fail"};
        assertEquals(Main.REFUSED, run("audit", List.of(io()), comparing));
        assertTrue(
                err.toString().startsWith("[Heapwright/UngovernedMemory] com.acme:app takes native memory"),
                err::toString);
        assertEquals(0, run("audit", List.of(io()), "--baseline", baseline.toString(), "--ungoverned", "warn"));
        assertEquals(2, err.toString().split("UngovernedMemory\\]", -1).length - 1, err::toString);
        assertEquals(0, run("audit", List.of(io()), "--baseline", baseline.toString(), "--write-baseline"));
        assertTrue(out.toString().endsWith("baseline written to " + baseline + "\n"), out::toString);
        assertEquals(0, run("audit", List.of(io()), comparing), err::toString);
    }

    @Test
    void anUnknownProcessIsAMisuse() {
        assertEquals(2, run("audit", HEAP, "--process", "preload"));
        assertTrue(err.toString().contains("preload"), err::toString);
    }

    /** {@return an artifact that takes native memory} */
    private Path io() {
        Path classes = folder.resolve("io");
        Javac.withClassPath()
                .withOptions("--release", "17")
                .compile(List.of(Source.of("com/acme/Chunks.java", """
                        package com.acme;

                        class Chunks {
                            java.nio.ByteBuffer grow() {
                                return java.nio.ByteBuffer.allocateDirect(1);
                            }
                        }
                        """)))
                .save(classes);
        return classes;
    }

    @Test
    void aDiagnosticIsExplained() {
        assertEquals(0, Main.run(writer(out), writer(err), "explain", "twoallocators"));
        assertTrue(out.toString().startsWith("# TwoAllocators"), out::toString);
        assertEquals(Main.REFUSED, Main.run(writer(out), writer(err), "explain", "TwoAlocators"));
        assertTrue(err.toString().contains("did you mean TwoAllocators?"), err::toString);
    }

    @Test
    void aMistypedOptionIsReportedWithTheNearest() {
        assertEquals(2, Main.run(writer(out), writer(err), "bind", "--modul", "com.acme:app:1.0"));
        assertTrue(err.toString().contains("--module"), err::toString);
        assertEquals(2, Main.run(writer(out), writer(err), "bind", "--module=app", "--kind=library", "--release=17"));
        assertTrue(err.toString().contains("'app' is not of the form group:name:version"), err::toString);
    }

    @Test
    void aMalformedListIsReportedWithItsLine() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), "com.acme:pool:1.2\n");
        assertEquals(2, run("bind", List.of(), "--artifacts", list.toString()));
        assertTrue(err.toString().startsWith(list + ": no '=' in the line com.acme:pool:1.2"), err::toString);
    }

    private int run(String command, List<Path> classPath, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--module",
                "com.acme:app:1.0",
                "--kind",
                "application",
                "--release",
                "17",
                "--source-path",
                sources.toString(),
                "--build-folder",
                build.toString(),
                "--class-path",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        arguments.addAll(Arrays.asList(more));
        return Main.run(writer(out), writer(err), arguments.toArray(String[]::new));
    }

    private static PrintWriter writer(StringWriter text) {
        return new PrintWriter(text, true);
    }

    private Path allocator(String name) {
        Path classes = folder.resolve(name);
        Javac.withClassPath()
                .withClassPath(HEAP)
                .withOptions("--release", "17")
                .withProcessors(List.of(processor()))
                .compile(List.of(Source.of(
                        "com/acme/" + name + ".java",
                        AllocatorSource.named("com.acme." + name).text())))
                .save(classes);
        return classes;
    }

    /** Compiles the sources and the glue with javac, then copies the glue's resources. */
    private void compile(List<Path> classPath) throws IOException {
        List<Source> all = new ArrayList<>(List.of(Source.of("com/acme/Main.java", MAIN)));
        Path glue = build.resolve("generated-sources/heapwright");
        Path classes = build.resolve("classes");
        for (Path file : files(glue)) {
            all.add(Source.of(glue.relativize(file).toString(), Files.readString(file)));
        }
        Javac.withClassPath()
                .withClassPath(classPath)
                .withOptions("--release", "17")
                .withProcessors(List.of(processor()))
                .compile(all)
                .save(classes);
        Path resources = build.resolve("generated-resources/heapwright");
        for (Path file : files(resources)) {
            Path target = classes.resolve(resources.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    /** Found as javac finds it. */
    private static Processor processor() {
        return ServiceLoader.load(Processor.class).findFirst().orElseThrow();
    }

    private static List<Path> files(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private String binding() throws Exception {
        List<URL> urls = new ArrayList<>();
        urls.add(build.resolve("classes").toUri().toURL());
        for (Path path : HEAP) {
            urls.add(path.toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Method method = loader.loadClass("com.acme.Main").getMethod("binding");
            return (String) method.invoke(null);
        }
    }
}
