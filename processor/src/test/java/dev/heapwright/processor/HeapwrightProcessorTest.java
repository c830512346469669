package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.MemoryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import org.junit.jupiter.api.Test;

/** The processor together with other processors and options, and after internal errors. */
class HeapwrightProcessorTest {
    private static final String INDEX = """
            package com.acme;

            @dev.heapwright.annotations.NeedsAllocator
            class Index {}
            """;

    @Test
    void theServiceLoaderAndGradleFindIt() throws IOException {
        assertEquals(
                "dev.heapwright.processor.HeapwrightProcessor",
                resource("META-INF/services/javax.annotation.processing.Processor")
                        .strip());
        assertEquals(
                "dev.heapwright.processor.HeapwrightProcessor,isolating",
                resource("META-INF/gradle/incremental.annotation.processors").strip());
    }

    @Test
    void noLintHasAnythingToSayOfTheAnnotations() {
        Compilation compilation = Compilation.of(
                List.of("-Xlint:all", "-Werror"),
                List.of(new HeapwrightProcessor()),
                INDEX,
                AllocatorSource.named("com.acme.Pool").toString());
        assertEquals(List.of(), compilation.diagnostics());
    }

    @Test
    void twoProcessorsAtOnceDoNotInterfere() {
        Compilation compilation = Compilation.of(
                Compilation.STRICT, List.of(new Generating("Generated", """
                        package com.acme;

                        @dev.heapwright.annotations.NeedsAllocator
                        class Generated {}
                        """), new HeapwrightProcessor()), INDEX);
        assertEquals("", compilation.messages());
        assertEquals(
                List.of(
                        "META-INF/heapwright/needs-allocator/com.acme.Generated\ncontract=1\n",
                        "META-INF/heapwright/needs-allocator/com.acme.Index\ncontract=1\n"),
                compilation.markers());
    }

    @Test
    void aProcessorForAllAnnotationsIsStillCalledAfterThisOne() {
        Compilation compilation = Compilation.of(
                Compilation.STRICT,
                List.of(new HeapwrightProcessor(), new Generating("Generated", "package com.acme; class Generated {}")),
                INDEX.replace("{}", "{ @Override public String toString() { return \"\"; } }"));
        assertEquals("", compilation.messages());
        assertEquals(
                Set.of(
                        "META-INF/heapwright/needs-allocator/com.acme.Index",
                        "com/acme/Generated.class",
                        "com/acme/Generated.java",
                        "com/acme/Index.class"),
                compilation.result().written().keySet());
    }

    @Test
    void markersAreWrittenWithoutClassesToo() {
        Compilation compilation = Compilation.of(List.of("-proc:only"), List.of(new HeapwrightProcessor()), INDEX);
        assertEquals("", compilation.messages());
        assertEquals(
                Set.of("META-INF/heapwright/needs-allocator/com.acme.Index"),
                compilation.result().written().keySet());
    }

    /** The stack frames in the report may vary; only their form is asserted. */
    @Test
    void anInternalErrorIsReportedWithoutAStackTraceAndTheRestIsStillProcessed() {
        MemoryFiles full = new MemoryFiles() {
            @Override
            protected FileObject resource(String path) throws IOException {
                if (path.endsWith(".Index")) {
                    throw new IOException("No space left on device");
                }
                return super.resource(path);
            }
        };
        Compilation compilation = Compilation.of(
                full,
                Compilation.STRICT,
                List.of(new HeapwrightProcessor()),
                INDEX,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .declared("public class PoolAllocator")
                        .without("usableSize")
                        .text());
        assertEquals("""
                error: [Heapwright/InternalError] internal error in Heapwright's annotation processor, not in your code
                      java.io.UncheckedIOException: java.io.IOException: No space left on device
                      at ...
                    help: please report it with this output and the class that was being compiled
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InternalError
                PoolAllocator.java:4:8: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function usableSize
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """, withoutFrames(compilation.messages()));
        assertEquals(List.of(), compilation.markers());
    }

    /** The compiler opens the class file first, without an error. */
    @Test
    void anInternalErrorAfterTheLastRoundIsReportedInTheSameWay() {
        Map<String, byte[]> library =
                LibraryFileManager.library("package com.acme;\n\npublic class Chunks { public static Object o; }\n");
        LibraryFileManager failing = new LibraryFileManager(library) {
            @Override
            void opening(String name, int time) {
                if (time > 1) {
                    throw new IllegalStateException("Input/output error");
                }
            }
        };
        Compilation compilation = Compilation.of(
                failing,
                Compilation.STRICT,
                List.of(new HeapwrightProcessor()),
                AllocatorSource.named("com.acme.PoolAllocator")
                        .declared("public class PoolAllocator")
                        .withFirst("static final Object O = Chunks.o;")
                        .text());
        assertEquals(
                """
                error: [Heapwright/InternalError] internal error in Heapwright's annotation processor, not in your code
                      at ...
                    help: please report it with this output and the class that was being compiled
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InternalError
                """,
                withoutFrames(compilation.messages())
                        .replaceFirst("(?m)^ .*IllegalStateException: Input/output error\n", ""));
    }

    /** The page shows such a report; only its stack frames may differ. */
    @Test
    void thePageOfInternalErrorShowsSuchAReport() throws IOException {
        String page = Files.readString(Path.of("../docs/diagnostics/InternalError.md"));
        Matcher message =
                Pattern.compile("(?s)## Message\n.*?```text\n(.*?)```").matcher(page);
        assertEquals(true, message.find());
        MemoryFiles full = new MemoryFiles() {
            @Override
            protected FileObject resource(String path) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Compilation compilation = Compilation.of(full, Compilation.STRICT, List.of(new HeapwrightProcessor()), INDEX);
        assertEquals(withoutFrames(compilation.messages()), withoutFrames(message.group(1)));
    }

    private static String withoutFrames(String messages) {
        return messages.replaceAll(
                "(?m)(?:^ +at dev\\.heapwright\\.[\\w.$/]+\\(\\w+\\.java:\\d+\\)\n)+", "      at ...\n");
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                HeapwrightProcessor.class.getClassLoader().getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
