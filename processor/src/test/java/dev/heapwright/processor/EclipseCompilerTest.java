package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.AllocatorSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aMisplacedAnnotationIsLeftToTheCompiler() throws IOException {
        Compilation compilation = compile(POOL.with("""
                @dev.heapwright.annotations.Allocator
                static long use(@dev.heapwright.annotations.NeedsAllocator int i) { return i; }
                """).text());
        assertEquals("", compilation.ownMessages());
        assertEquals(2, compilation.diagnostics().size());
    }

    @Test
    void aPathThroughDeclarationsIsDrawn() throws IOException {
        compile("Index", """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                public class Index {}
                """);
        compile("Chunks", """
                package com.acme;

                public class Chunks {
                    java.util.List<? extends Index[]> all;
                }
                """);
        assertEquals("""
                Pool.java:10: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Pool uses com.acme.Index, which needs an allocator
                    com.acme.Pool -> com.acme.Chunks -> com.acme.Index (needs an allocator)
                """, compile("Pool", POOL.with("static Chunks chunks;").text()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the superclass           | class Pool extends Index                      | ''                                            |  4",
                "a superclass's argument  | class Pool extends java.util.ArrayList<Index> | ''                                            |  4",
                "an interface             | class Pool implements Index.Searched          | ''                                            |  4",
                "the class's annotation   | @Index.Indexed class Pool                     | ''                                            |  4",
                "a field                  | class Pool                                    | Index index;                                  | 10",
                "an upper bound           | class Pool                                    | Class<? extends Index> type;                  | 10",
                "a lower bound            | class Pool                                    | Class<? super Index> type;                    | 10",
                "a field's annotation     | class Pool                                    | @Index.Indexed int size;                      | 10",
                "a return type            | class Pool                                    | native Index[] all();                         | 10",
                "a parameter              | class Pool                                    | native void add(Index index);                 | 10",
                "a parameter's annotation | class Pool                                    | native void add(@Index.Indexed int size);     | 10",
                "a method's annotation    | class Pool                                    | @Index.Indexed native void clear();           | 10",
                "an exception             | class Pool                                    | native void add() throws Index.Full;          | 10",
                "a bound of a method      | class Pool                                    | native <T extends Index> void add(T t);       | 10",
                "a bound of a class       | class Pool                                    | Pages<?> all; class Pages<T extends Index> {} | 10",
                "a nested class           | class Pool                                    | Pages all; class Pages { Index index; }       | 10",
            })
    void aConsumerIsReachedThrough(String name, String pool, String member, int line) throws IOException {
        compile("Index", """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                public class Index {
                    public interface Searched {}

                    public @interface Indexed {}

                    public static class Full extends Exception {}
                }
                """);
        Matcher consumer = Pattern.compile("Index(\\.\\w+)?").matcher(pool + member);
        assertTrue(consumer.find());
        String way = (member.contains("Pages") ? "com.acme.Pool$Pages -> " : "") + "com.acme."
                + consumer.group().replace('.', '$');
        assertEquals(
                """
                Pool.java:%d: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Pool uses %s, which needs an allocator
                    com.acme.Pool -> %s (needs an allocator)
                """.formatted(line, "com.acme." + consumer.group().replace('.', '$'), way),
                compile("Pool", POOL.with(member).text().replace("class Pool", pool)));
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
