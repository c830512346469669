package dev.heapwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that is built manually: each step as a build tool other than Maven would run it. */
class MainTest {
    @TempDir
    private Path folder;

    private ManualBuild module;

    @BeforeEach
    void writeSources() throws IOException {
        module = new ManualBuild(folder);
    }

    @Test
    void anApplicationIsBoundCompiledVerifiedAndRuns() throws Exception {
        assertEquals(0, module.run("bind", ManualBuild.HEAP), module.err());
        assertEquals("""
                kind: application (configured)
                bound to %s
                """.formatted(ManualBuild.BINDING), module.out());
        module.compile(ManualBuild.HEAP);
        assertEquals(0, module.run("check", ManualBuild.HEAP), module.err());
        assertTrue(
                module.out()
                        .endsWith("verified: bound only to dev.heapwright.system.SystemAllocator"
                                + " (only the class folder: there is no jar yet)\n"),
                module.out());
        assertEquals("", module.err());
        assertEquals(ManualBuild.BINDING, module.binding());
    }

    @Test
    void observedGlueHasTheLimitThatWasAskedFor() throws Exception {
        assertEquals(0, module.run("bind", ManualBuild.HEAP, "--limit", "512m"), module.err());
        assertTrue(module.out().contains("Java 22, observed, limit 512m)"), module.out());
        module.compile(ManualBuild.HEAP);
        assertEquals(ManualBuild.BINDING.replace(")", ", observed, limit 512m)"), module.binding());
    }

    @Test
    void aLimitThatIsNoneIsRefusedWithTheNearest() {
        assertEquals(Main.REFUSED, module.run("bind", ManualBuild.HEAP, "--limit", "512mb"));
        assertTrue(module.err().contains("limit '512mb' is not a number of bytes greater than 0; did you mean 512m?"));
    }

    @Test
    void anUnboundModuleIsRefused() throws Exception {
        module.compile(ManualBuild.HEAP);
        Path jar = folder.resolve("app.jar");
        module.jar(jar);
        assertEquals(Main.REFUSED, module.run("check", ManualBuild.HEAP, "--jar", jar.toString()));
        assertTrue(
                module.err()
                        .startsWith("[Heapwright/UncompiledGlue] com.acme:app must be bound to"
                                + " dev.heapwright.system.SystemAllocator, but no glue was generated"),
                module.err());
    }

    @Test
    void twoAllocatorsAreRefusedWithHelpForGradle() throws Exception {
        Path artifacts = folder.resolve("artifacts.txt");
        Path dependencies = folder.resolve("dependencies.txt");
        List<String> lines = new ArrayList<>(List.of(
                "com.acme:pool:1.2=" + module.allocator("Pool"),
                "com.acme:arena:2.0:linux=" + module.allocator("Arena"),
                "com.acme:io:2.1=" + folder.resolve("never-made")));
        ManualBuild.HEAP.forEach(
                path -> lines.add("dev.heapwright:heap-" + ManualBuild.HEAP.indexOf(path) + ":0.1.0=" + path));
        Files.write(artifacts, lines);
        Files.writeString(dependencies, """
                com.acme:app:1.0 -> com.acme:pool:1.2
                com.acme:app:1.0 -> com.acme:io:2.1
                com.acme:io:2.1 -> com.acme:arena:2.0:linux
                """);
        assertEquals(
                Main.REFUSED,
                module.run(
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
                """, module.err());
        assertTrue(Files.notExists(module.build()));
    }

    @Test
    void ifDependenciesAreUnknownTheCodeOfAnAllocatorIsFollowed() throws Exception {
        Path circular = folder.resolve("circular");
        Javac.withClassPath()
                .withClassPath(ManualBuild.HEAP)
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
        List<Path> classPath =
                Stream.concat(Stream.of(circular), ManualBuild.HEAP.stream()).toList();
        assertEquals(Main.REFUSED, module.run("bind", classPath));
        assertTrue(module.err().startsWith("[Heapwright/CircularDependency] "), module.err());
        assertEquals(0, module.run("tree", classPath), "a tree is shown whatever would be refused");
    }

    @Test
    void theModulesOwnClassesMayBeOnItsClassPath() throws Exception {
        List<Path> asJavaHasIt = new ArrayList<>(List.of(folder.resolve("build/classes")));
        asJavaHasIt.addAll(ManualBuild.HEAP);
        assertEquals(0, module.run("bind", asJavaHasIt), module.err());
        module.compile(ManualBuild.HEAP);
        assertEquals(0, module.run("bind", asJavaHasIt), module.err());
        assertTrue(module.out().endsWith("bound to " + ManualBuild.BINDING + "\n"), module.out());
        assertEquals(0, module.run("check", asJavaHasIt), module.err());
    }

    @Test
    void soMayBeItsJarWhateverItIsCalled() throws Exception {
        List<Path> asJavaHasIt = new ArrayList<>(List.of(folder.resolve("lib/shop.jar")));
        asJavaHasIt.addAll(ManualBuild.HEAP);
        assertEquals(0, module.run("bind", ManualBuild.HEAP), module.err());
        module.compile(ManualBuild.HEAP);
        module.jar(Files.createDirectories(folder.resolve("lib")).resolve("shop.jar"));
        assertEquals(0, module.run("bind", asJavaHasIt), module.err());
        assertTrue(module.out().endsWith("bound to " + ManualBuild.BINDING + "\n"), module.out());
        assertEquals(0, module.run("check", asJavaHasIt), module.err());
    }

    @Test
    void whatTheManifestOfAJarNamesIsOnTheClassPath() throws Exception {
        Path named = PathingJar.write(folder.resolve("named.jar"), List.of(module.allocator("Pool")));
        List<Path> all = new ArrayList<>(ManualBuild.HEAP);
        all.add(module.allocator("Arena"));
        Path pathing = PathingJar.write(folder.resolve("pathing.jar"), all);
        assertEquals(Main.REFUSED, module.run("bind", List.of(pathing, named)));
        assertEquals(
                List.of(
                        "[Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one",
                        "    com.acme.Arena  via com.acme:app -> file:Arena:unknown",
                        "    com.acme.Pool   via com.acme:app -> file:Pool:unknown"),
                module.err().lines().limit(3).toList());
        assertEquals(0, module.run("bind", List.of(pathing)), module.err());
        assertTrue(module.out().contains("bound to com.acme.Arena"), module.out());
    }

    @Test
    void aJarThatIsNotThereIsRefused() {
        Path pool = folder.resolve("pool-1.2.jar");
        List<Path> classPath = new ArrayList<>(ManualBuild.HEAP);
        classPath.add(pool);
        assertEquals(Main.REFUSED, module.run("bind", classPath));
        assertEquals(
                """
                [Heapwright/UnreadableArtifact] file:pool-1.2:unknown cannot be read
                    at %s
                    there is no such file
                  help: build or download it first, or remove it from the class path
                """.formatted(pool),
                module.err().lines().limit(4).map(line -> line + "\n").collect(Collectors.joining()));
    }

    @Test
    void soIsAFinalJarThatIsNot() throws Exception {
        assertEquals(0, module.run("bind", ManualBuild.HEAP), module.err());
        module.compile(ManualBuild.HEAP);
        Path jar = folder.resolve("nosuch.jar");
        assertEquals(Main.REFUSED, module.run("check", ManualBuild.HEAP, "--jar", jar.toString()));
        assertEquals(
                """
                [Heapwright/UnreadableArtifact] nosuch.jar cannot be read
                    at %s
                    there is no such file
                  help: build it first, or correct its path
                """.formatted(jar),
                module.err().lines().limit(4).map(line -> line + "\n").collect(Collectors.joining()));
    }

    @Test
    void foldersOfOneNameAreToldApart() throws Exception {
        List<Path> classPath = new ArrayList<>(ManualBuild.HEAP);
        for (String name : List.of("Pool", "Arena")) {
            Path classes = Files.createDirectories(folder.resolve(name + "-module/build"))
                    .resolve("classes");
            classPath.add(Files.move(module.allocator(name), classes));
        }
        assertEquals(Main.REFUSED, module.run("bind", classPath));
        assertEquals(
                List.of(
                        "    com.acme.Arena  via com.acme:app -> file:Arena-module_build_classes:unknown",
                        "    com.acme.Pool   via com.acme:app -> file:Pool-module_build_classes:unknown"),
                module.err().lines().skip(1).limit(2).toList());
    }

    @Test
    void theTreeShowsWhatIsLinked() throws Exception {
        assertEquals(0, module.run("tree", ManualBuild.HEAP), module.err());
        assertEquals(
                List.of(
                        "com.acme:app:1.0 is an application (configured), compiled for Java 17",
                        "bound to " + ManualBuild.BINDING),
                module.out().lines().limit(2).toList());
    }

    @Test
    void aDiagnosticIsExplained() {
        assertEquals(0, module.call("explain", "twoallocators"));
        assertTrue(module.out().startsWith("# TwoAllocators"), module.out());
        assertEquals(Main.REFUSED, module.call("explain", "TwoAlocators"));
        assertTrue(module.err().contains("did you mean TwoAllocators?"), module.err());
    }

    @Test
    void aMistypedOptionIsReportedWithTheNearest() {
        assertEquals(2, module.call("bind", "--modul", "com.acme:app:1.0"));
        assertTrue(module.err().contains("--module"), module.err());
        assertEquals(2, module.call("bind", "--module=app", "--kind=library", "--release=17"));
        assertTrue(module.err().contains("'app' is not of the form group:name:version"), module.err());
        for (String none : List.of("0", "-1", "1.8")) {
            assertEquals(2, module.call("bind", "--module=com.acme:app:1.0", "--kind=library", "--release=" + none));
            assertTrue(module.err().contains("'" + none + "' is not a Java release, such as 17"), module.err());
        }
    }

    @Test
    void aMalformedListIsReportedWithItsLine() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), "com.acme:pool:1.2\n");
        assertEquals(Main.REFUSED, module.run("bind", List.of(), "--artifacts", list.toString()));
        assertTrue(
                module.err().startsWith("[Heapwright/InvalidConfiguration] 'com.acme:pool:1.2' is not"), module.err());
    }

    @Test
    void aListThatIsNoTextFileIsReported() throws Exception {
        Path list = Files.write(folder.resolve("list"), new byte[] {'a', (byte) 0xFF});
        assertEquals(Main.REFUSED, module.run("bind", List.of(), "--artifacts", list.toString()));
        assertEquals(Main.REFUSED, module.run("bind", List.of(), "--dependencies", folder.toString()));
        assertEquals(Main.REFUSED, module.run("bind", List.of(), "--artifacts", folder + "/none"));
        assertEquals(
                List.of(
                        list + " cannot be read: it is not in UTF-8",
                        folder + " cannot be read: it is a folder",
                        folder + "/none cannot be read: there is no such file"),
                module.err()
                        .lines()
                        .filter(line -> line.startsWith("[Heapwright/InvalidConfiguration] "))
                        .map(line -> line.substring("[Heapwright/InvalidConfiguration] ".length()))
                        .toList());
    }
}
