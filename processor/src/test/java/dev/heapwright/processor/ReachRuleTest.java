package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Source;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachRuleTest {
    static final String INDEX = """
            package com.acme;

            @dev.heapwright.annotations.NeedsAllocator
            public class Index {
                static class Entry {}

                static final int CONSTANT = 1;

                static int[] array = {};
                static long add(long size) {
                    return size;

                }
            }
            """;

    /** {@return an allocator whose first function, in line 5, starts with a statement in column 58} */
    static String allocator(String statement, String... members) {
        AllocatorSource source = AllocatorSource.named("com.acme.Slab")
                .withNatives()
                .replacing(
                        "allocate",
                        "public static long allocate(long size, long align) { %s return 0; }".formatted(statement));
        for (String member : members) {
            source = source.with(member);
        }
        return source.text();
    }

    static String message(int line, int column, String consumer, String... steps) {
        return """
                Slab.java:%d:%d: error: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Slab uses %s, which needs an allocator
                      %s (needs an allocator)
                      -> com.acme.Slab
                    help: an allocator may only use code that needs no allocator; get memory from
                          dev.heapwright.memory.CHeap instead, or remove the call
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency
                """.formatted(line, column, consumer, String.join("\n      -> ", steps));
    }

    private static void assertCircular(String messages, String... sources) {
        assertEquals(messages, Compilation.of(sources).messages());
    }

    private static void assertSilent(String... sources) {
        assertCircular("", sources);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Index.add(1);                                              | 63 | Index       | Index.add(long)",
                "java.util.function.LongUnaryOperator f = s -> Index.add(s);| 109 | Index       | Index.add(long)",
                "java.util.function.LongUnaryOperator f = Index::add;       | 99 | Index       | Index.add(long)",
                "Object o = new Index.Entry();                              | 69 | Index$Entry | new com.acme.Index$Entry()",
                "Object o = Index.class;                                    | 74 | Index       | Index (static initialiser)",
                "Object o = Index.array;                                    | 74 | Index       | Index.array",
            })
    void theWayIsReportedAtTheExpressionThatStartsIt(String statement, int column, String consumer, String step) {
        assertCircular(
                message(
                        5,
                        column,
                        "com.acme." + consumer,
                        "com.acme.Slab.allocate(long, long)",
                        step.startsWith("new ") ? step : "com.acme." + step),
                allocator(statement),
                INDEX);
    }

    @Test
    void aWayFromAnInitialiserIsReportedThere() {
        for (String member :
                List.of("static final long FIRST = Index.add(1);", "static { long first = Index.add(1); }")) {
            assertCircular(
                    message(
                            10,
                            5 + member.indexOf(".add"),
                            "com.acme.Index",
                            "com.acme.Slab (static initialiser)",
                            "com.acme.Index.add(long)"),
                    allocator("", member),
                    INDEX);
        }
    }

    @Test
    void aCallOfAnOverriddenMethodIsReportedWhereTheCallIs() {
        assertCircular(
                message(
                        5,
                        62,
                        "com.acme.Index",
                        "com.acme.Slab.allocate(long, long)",
                        "com.acme.IndexSink.put()",
                        "com.acme.Index.add(long)"),
                allocator("SINK.put();", "static final Sink SINK = Sink.some();"),
                "package com.acme;\nabstract class Sink { static native Sink some(); abstract void put(); }\n",
                "package com.acme;\nclass IndexSink extends Sink { void put() { Index.add(1); } }\n",
                INDEX);
    }

    @Test
    void aWayFromAnImplicitCallIsReportedAtTheMethod() {
        assertCircular(
                message(
                        5,
                        24,
                        "com.acme.Index",
                        "com.acme.Slab.allocate(long, long)",
                        "com.acme.Chunks.iterator()",
                        "com.acme.Index.add(long)"),
                allocator("for (Object each : all) {}", "static Chunks all;"),
                """
                package com.acme;

                abstract class Chunks implements Iterable<Object> {
                    public java.util.Iterator<Object> iterator() { Index.add(1); throw new Error(); }
                }
                """,
                INDEX);
    }

    @Test
    void theWayContinuesThroughSourcesAndLocalClasses() {
        assertCircular(
                message(
                        5,
                        64,
                        "com.acme.Index",
                        "com.acme.Slab.allocate(long, long)",
                        "com.acme.Chunks.grow(long)",
                        "com.acme.Chunks$1 (an instance, which the JDK may call)",
                        "com.acme.Chunks$1.run()",
                        "com.acme.Index.add(long)"),
                allocator("Chunks.grow(1);"),
                """
                package com.acme;

                final class Chunks {
                    static long grow(long size) {
                        new Thread(new Runnable() {
                            public void run() {
                                Index.add(size);
                            }
                        }).start();
                        return size;
                    }
                }
                """,
                INDEX);
    }

    /** Otherwise, a build tool would find all sources compiled, and the next build would succeed. */
    @Test
    void theClassFileOfTheAllocatorIsNotLeftBehind(@TempDir Path output) {
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        diagnostic -> {},
                        List.of("-d", output.toString(), "-classpath", Compilation.ANNOTATIONS.toString()),
                        null,
                        List.of(Source.of(allocator("Index.add(1);")), Source.of(INDEX)));
        task.setProcessors(List.of(new HeapwrightProcessor()));
        assertEquals(false, task.call());
        assertEquals(Set.of("Index.class", "Index$Entry.class"), Set.of(new File(output.toFile(), "com/acme").list()));
    }

    @Test
    void theWayIsTheSameInAnyOrderOfTheSources() {
        String slab = allocator("Far.far(); Near.near();");
        String far = "package com.acme;\nfinal class Far { static long far() { return Farther.far(); } }\n";
        String farther = "package com.acme;\nfinal class Farther { static long far() { return Index.add(1); } }\n";
        String near = "package com.acme;\nfinal class Near { static long near() { return Index.add(1); } }\n";
        String message = message(
                5,
                73,
                "com.acme.Index",
                "com.acme.Slab.allocate(long, long)",
                "com.acme.Near.near()",
                "com.acme.Index.add(long)");
        assertCircular(message, slab, far, farther, near, INDEX);
        assertCircular(message, INDEX, near, farther, far, slab);
    }

    @Test
    void whatDoesNotRunIsNoWay() {
        assertSilent(
                allocator(
                        "int constant = Index.CONSTANT; Util.roundUp(size);",
                        "static Index index;",
                        "static java.util.List<? extends Index> all(Index index) { return null; }",
                        "static long debug() { return Index.add(1); }"),
                """
                package com.acme;

                final class Util {
                    static long roundUp(long size) { return size; }
                    static void log() { Index.add(1); }
                }
                """,
                INDEX);
    }

    @Test
    void aCycleOfMethodsTerminates() {
        Compilation.assertAccepted(
                List.of("META-INF/heapwright/allocator/com.acme.Slab\ncontract=1\nname=com.acme.Slab\n"),
                allocator("Chunks.use();"),
                "package com.acme;\nfinal class Chunks { static long use() { return Slab.allocate(1, 1); } }\n");
    }

    @Test
    void aConsumerAroundAnAllocatorThatDoesNotReachItIsNoProblem() {
        assertSilent(
                """
                package com.acme;

                public final class Program {
                    static long use() { return Index.add(1); }

                """
                        + allocator("")
                                .replaceFirst("(?s)^package com.acme;\n", "")
                                .replace("public final", "public static final")
                        + "}\n",
                INDEX);
    }

    @Test
    void ifTheCompilerReportsErrorsThereAreNoOthers() {
        Compilation compilation = Compilation.of(allocator("Index.add(undefined);"), INDEX);
        assertEquals("", compilation.ownMessages());
        assertEquals(1, compilation.diagnostics().size());
    }
}
