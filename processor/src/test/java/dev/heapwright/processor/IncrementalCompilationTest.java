package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that recompiles one file, with the others as class files, gets the same messages as a full build. */
class IncrementalCompilationTest {
    private static final String SLAB = AllocatorSource.named("com.acme.Slab")
            .withNatives()
            .withFirst("static final long GROWN = Chunks.grow();")
            .text();
    private static final String CHUNKS = """
            package com.acme;

            class Chunks {
                static long grow() { return 1; }
            }
            """;
    private static final String INDEX = """
            package com.acme.io;

            @dev.heapwright.annotations.NeedsAllocator
            public class Index {
                @dev.heapwright.annotations.NeedsAllocator
                public static class Entry {}
            }
            """;
    private static final String NEEDING_PACKAGE = """
            @dev.heapwright.annotations.NeedsAllocator
            package com.acme.text;
            """;
    private static final String WORDS = """
            package com.acme.text;

            public class Words {}
            """;

    @TempDir
    private Path output;

    @Test
    void markersAreTheSame() throws IOException {
        List<String> sources = List.of(SLAB, CHUNKS, INDEX, NEEDING_PACKAGE, WORDS);
        Compilation full = full(sources.toArray(String[]::new));
        assertEquals("", full.messages());
        List<String> markers = new ArrayList<>();
        for (String source : sources) {
            Compilation again = again(source);
            assertEquals("", again.messages());
            markers.addAll(again.markers());
        }
        assertEquals(full.markers(), markers.stream().sorted().toList());
        assertEquals(4, markers.size());
    }

    @Test
    void aCircularDependencyIsDrawnTheSameWay() throws IOException {
        assertSame(
                """
                Slab.java:5:37: error: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Slab uses com.acme.io.Index$Entry, which needs an allocator
                      com.acme.Slab (static initialiser)
                      -> com.acme.Chunks.grow()
                      -> new com.acme.io.Index$Entry() (needs an allocator)
                      -> com.acme.Slab
                    help: an allocator may only use code that needs no allocator; get memory from
                          dev.heapwright.memory.CHeap instead, or remove the call
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency
                """,
                SLAB,
                CHUNKS.replace(
                        "return 1;",
                        "return new com.acme.text.Words().hashCode() + new com.acme.io.Index.Entry().hashCode();"),
                INDEX,
                NEEDING_PACKAGE,
                WORDS);
    }

    @Test
    void aPackageThatNeedsAnAllocatorIsSeenThoughItsAnnotationHasNoPositionAnymore() throws IOException {
        String message = """
                package-info.java:1:1: error: [Heapwright/AllocatorNeedsAllocator] circular dependency: allocator com.acme.Slab needs an allocator: the package com.acme is annotated @NeedsAllocator
                    help: remove @NeedsAllocator; move code that needs an allocator to another package,
                          and, if other projects use this allocator, to another module
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=AllocatorNeedsAllocator
                """;
        assertReported(
                message,
                message.replace("package-info.java:1:1", "Slab.java:4:14"),
                SLAB,
                CHUNKS,
                NEEDING_PACKAGE.replace("com.acme.text", "com.acme"));
    }

    @Test
    void problemsOfTheFunctionsAreReportedAgain() throws IOException {
        assertSame(
                """
                Slab.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.Slab is missing the required function allocate
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                Slab.java:9:26: error: [Heapwright/WrongSignature] com.acme.Slab.usableSize returns com.acme.Chunks, must return long
                      - public static native Chunks usableSize(long size, long align)
                      + public static native long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """, SLAB.replaceFirst(".* allocate.*\n", "").replace("long usableSize", "Chunks usableSize"), CHUNKS);
    }

    /**
     * Asserts that this is reported for the first source both when compiled with the others and when those are class
     * files.
     */
    private void assertSame(String messages, String first, String... others) throws IOException {
        assertReported(messages, messages, first, others);
    }

    private void assertReported(String messages, String later, String first, String... others) throws IOException {
        assertEquals(
                messages,
                Compilation.of(Stream.concat(Stream.of(first), Stream.of(others))
                                .toArray(String[]::new))
                        .messages());
        assertEquals("", full(others).messages());
        Compilation again = again(first);
        assertEquals(later, again.messages());
    }

    private Compilation full(String... sources) throws IOException {
        Compilation compilation = Compilation.of(Compilation.STRICT, List.of(new HeapwrightProcessor()), sources);
        compilation.result().save(output);
        return compilation;
    }

    private Compilation again(String source) {
        List<String> options = new ArrayList<>(Compilation.STRICT);
        options.addAll(List.of("-classpath", output + File.pathSeparator + Compilation.ANNOTATIONS));
        return Compilation.of(options, List.of(new HeapwrightProcessor()), source);
    }
}
