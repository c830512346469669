package dev.heapwright.linker.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedLibraryTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "1.0");
    private static final Artifact HEAP = new Artifact(
            new Coordinates("dev.heapwright", "heapwright-heap", "0.9"),
            List.of(),
            List.of("dev.heapwright.heap"),
            List.of());
    private static final Artifact UTIL = Artifact.of(new Coordinates("com.acme", "util", "1.0"));
    private static final Artifact BOUND = new Artifact(
            new Coordinates("com.acme", "io", "2.1"),
            List.of(),
            List.of(),
            List.of(new Marker.OfBinding(
                    ClassName.topLevel("com.acme.Pool"), APP, "configured", ClassName.topLevel("com.acme.Glue"))));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path sources;

    @Test
    void aMainMethodIsToldWithWhereItIsAndWhatToDo() throws Exception {
        Path main = main();
        assertEquals("""
                [Heapwright/NotBound] com.acme:app is built as a library, without a binding, but com.acme.Main has a main method
                    at %s:1:64
                  help: if it is a program, set its kind by an option:
                        --kind application
                        if it is a library, set its kind to library
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""".formatted(main.toRealPath()), warnings(detected(), HEAP));
    }

    @Test
    void soIsWhatTheCommandLineStarts() throws Exception {
        assertEquals(
                """
                [Heapwright/NotBound] com.acme:app is built as a library, without a binding, but the command line sets exec.mainClass
                    also: the command line runs exec:java
                  help: if it is a program, set its kind by an option:
                        --kind application
                        if it is a library, set its kind to library
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""",
                warnings(
                        detected()
                                .startedBy(List.of(
                                        "the command line sets exec.mainClass", "the command line runs exec:java")),
                        HEAP));
    }

    @Test
    void aLibraryThatNothingStartsIsLeftInPeace() throws Exception {
        assertEquals("", warnings(detected(), HEAP));
    }

    @Test
    void soIsOneThatIsSaidToBeALibrary() throws Exception {
        main();
        assertEquals("", warnings(DetectedKind.of("library", List.of()), HEAP));
    }

    @Test
    void andOneThatHasNoHeapOrABoundOne() throws Exception {
        main();
        assertEquals("", warnings(detected(), UTIL));
        assertEquals("", warnings(detected(), HEAP, BOUND));
    }

    private Path main() throws IOException {
        return Files.writeString(
                sources.resolve("Main.java"),
                "package com.acme; public final class Main { public static void main(String[] args) {} }");
    }

    private static DetectedKind detected() throws Exception {
        return DetectedKind.of(null, List.of());
    }

    private String warnings(DetectedKind kind, Artifact... dependencies) {
        BuildModule module = new BuildModule(
                APP,
                kind,
                17,
                List.of(sources),
                StandardCharsets.UTF_8,
                Path.of("absent"),
                BuildModule.Folders.in(Path.of("absent")),
                Set.of());
        Closure closure = new Closure(Artifact.of(APP), List.of(dependencies), new DependencyGraph(Map.of()));
        return String.join(
                "\n",
                StartedLibrary.warnings(module, closure, PlainDialect.INSTANCE).stream()
                        .map(DiagnosticRenderer::render)
                        .toList());
    }
}
