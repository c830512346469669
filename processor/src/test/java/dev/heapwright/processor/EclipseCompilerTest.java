package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor in Eclipse's compiler, which has the language model but not javac's trees. */
class EclipseCompilerTest {
    private static final AllocatorSource POOL =
            AllocatorSource.named("com.acme.Pool").withNatives();

    /** The classes that were compiled so far. */
    @TempDir
    private Path folder;

    @Test
    void aCorrectAllocatorIsAcceptedAndMarked() throws IOException {
        Compilation compilation = compile(POOL.text());
        assertEquals("", compilation.messages());
        assertEquals(
                List.of("META-INF/heapwright/allocator/com.acme.Pool\ncontract=1\nname=com.acme.Pool\n"),
                compilation.markers());
    }

    @Test
    void missingAndWrongFunctionsAreReportedOnTheirLines() throws IOException {
        assertEquals("""
                Pool.java:4: [Heapwright/MissingFunction] allocator com.acme.Pool is missing the required function usableSize
                """, compile("Pool", POOL.without("usableSize").text()));
        assertEquals(
                """
                Pool.java:9: [Heapwright/WrongSignature] com.acme.Pool.usableSize returns int, must return long
                """,
                compile(
                        "Pool",
                        POOL.replacing("usableSize", "public static native int usableSize(long size, long align);")
                                .text()));
    }

    @Test
    void aRecordIsReportedAtItsFirstFunction() throws IOException {
        assertEquals(
                """
                Pool.java:5: [Heapwright/NotAnAllocatorClass] com.acme.Pool cannot be an allocator: it is a record
                """,
                compile(
                        "Pool",
                        AllocatorSource.named("com.acme.Pool")
                                .declared("public record Pool(long size)")
                                .text()));
    }

    @Test
    void aMisplacedAnnotationIsLeftToTheCompiler() throws IOException {
        Compilation compilation = compile(POOL.with("""
                @dev.heapwright.annotations.Allocator
                static long use(@dev.heapwright.annotations.NeedsAllocator int i) { return i; }
                """).text());
        assertEquals("", compilation.ownMessages());
        assertEquals(2, compilation.diagnostics().size());
    }

    /** It does not tell when it has written class files: {@code check} follows them. */
    @Test
    void whatTheCodeReachesIsLeftToCheck() throws IOException {
        compile("Index", """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                public class Index {
                    static long add(long size) { return size; }
                }
                """);
        Compilation compilation = compile(POOL.replacing(
                        "usableSize",
                        "public static long usableSize(long size, long align) { return Index.add(size); }")
                .text());
        assertEquals("", compilation.messages());
    }

    private Compilation compile(String source) throws IOException {
        Compilation compilation = EclipseCompilation.of(folder, source);
        compilation.result().save(folder);
        return compilation;
    }

    /** {@return the errors: file, line, headline and, for a circular dependency, the path} */
    private String compile(String name, String source) throws IOException {
        return compile(source).diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> name + ".java:" + diagnostic.getLineNumber() + ": " + text(diagnostic))
                .collect(Collectors.joining());
    }

    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic
                .getMessage(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("[") || line.contains(" -> "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
