package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.MemoryFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.FileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachRuleTest {
    private static final String INDEX = """
            package com.acme;

            @dev.heapwright.annotations.NeedsAllocator
            public class Index {
                static class Entry {}

                @interface Indexed {}

                static final int CONSTANT = 1;

                static int[] array = {};

                static long add(long size) {
                    return size;
                }
            }
            """;

    /** {@return an allocator with the given first members, which start at line 6} */
    private static String allocator(String members) {
        return AllocatorSource.named("com.acme.Slab")
                .withNatives()
                .withFirst("static final int ZERO = 0;\n" + members)
                .text();
    }

    private static String message(int line, int column, String way) {
        return """
                Slab.java:%d:%d: error: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Slab uses %s, which needs an allocator
                      %s (needs an allocator)
                    help: an allocator may only use code that needs no allocator; get memory from
                          dev.heapwright.memory.CHeap instead, or remove the call
                    more: mvn heapwright:explain -Did=CircularDependency
                """.formatted(line, column, way.substring(way.lastIndexOf(' ') + 1), way);
    }

    private static void assertCircular(String messages, String... sources) {
        assertEquals(messages, Compilation.of(sources).messages());
    }

    static Stream<List<Object>> mentions() {
        return Stream.of(
                List.of("a field's type", "static Index index;", 6, 12),
                List.of("an array's type", "static Index[][] index;", 6, 12),
                List.of("a parameter's type", "static void use(Index index) {}", 6, 21),
                List.of("a return type", "static native Index use();", 6, 19),
                List.of("a type argument", "static java.util.List<? extends Index> all;", 6, 37),
                List.of("a type argument in a name", "static class G<T> { class I {} } static G<Index>.I i;", 6, 47),
                List.of("a bound", "static <T extends Index> void use(T t) {}", 6, 23),
                List.of("an annotation", "@Index.Indexed static int i;", 6, 11),
                List.of("a call", "static long use() { return Index.add(1); }", 6, 37),
                List.of("a lambda", "static java.util.function.LongUnaryOperator use = s -> Index.add(s);", 6, 65),
                List.of("a method reference", "static java.util.function.LongUnaryOperator use = Index::add;", 6, 55),
                List.of("an instance", "static final Object NEW = new Index.Entry();", 6, 31),
                List.of("a class literal", "static final Object CLASS = Index.class;", 6, 38),
                List.of("a variable", "static final Object ARRAY = Index.array;", 6, 38),
                List.of("a cast", "static Object use(Object o) { return (Index) o; }", 6, 43),
                List.of("a static initialiser", "static { Index.add(1); }", 6, 19),
                List.of("an anonymous class", "static Object o = new Object() { long i = Index.add(1); };", 6, 52));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mentions")
    void aConsumerIsReachedThrough(List<Object> mention) {
        String source = allocator((String) mention.get(1));
        String consumer = "com.acme.Index";
        if (source.contains("Index.Indexed")) {
            consumer = "com.acme.Index$Indexed";
        } else if (source.contains("Index.Entry")) {
            consumer = "com.acme.Index$Entry";
        }
        assertCircular(
                message((int) mention.get(2), (int) mention.get(3), "com.acme.Slab -> " + consumer), source, INDEX);
    }

    /** As in a class file, which contains the types of the members that it uses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static Object use() { return Chunks.index; }         | 40",
                "static Object use() { return Chunks.index(); }       | 40",
                "static Object use() { return Chunks.indexes(); }     | 40",
                "static Object use() { return Chunks.list(); }        | 40",
                "static void use() { Chunks.add(null); }              | 31",
                "static void use() { new Chunks(null); }              | 25",
                "static Runnable use() { return Chunks::index; }      | 36",
            })
    void theTypesInTheDeclarationOfWhatIsUsedAreOnTheShortestWay(String use, int column) {
        assertCircular(message(6, column, "com.acme.Slab -> com.acme.Index"), allocator(use), """
                package com.acme;

                final class Chunks {
                    static Index index;

                    Chunks(Index index) {}

                    static native Index index();

                    static native Index[] indexes();

                    static native java.util.List<Index> list();

                    static native void add(Index index);
                }
                """, INDEX);
    }

    /** The column is that of the variable or, with newer compilers, of its {@code var}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "static void use(Chunks chunks) { var index = chunks.get(); }",
                "static void use(Chunks chunks) { for (var index : chunks) {} }",
                "static void use(Chunks chunks) { chunks.forEach(index -> {}); }",
            })
    void aTypeThatTheSourceLeavesOutIsMentionedAtItsVariable(String use) {
        Compilation compilation = Compilation.of(allocator(use), """
                package com.acme;

                interface Chunks extends Iterable<Index>, java.util.function.Supplier<Index> {}
                """, INDEX);
        assertEquals(
                message(6, 0, "com.acme.Slab -> com.acme.Index"),
                compilation.messages().replaceFirst("^Slab.java:6:\\d+:", "Slab.java:6:0:"));
    }

    @Test
    void membersAfterANestedClassBelongToTheEnclosingClass() {
        assertCircular(
                message(7, 12, "com.acme.Slab -> com.acme.Index"),
                allocator("static class Pages {}\nstatic Index index;"),
                INDEX);
    }

    @Test
    void codeInALocalClassBelongsToTheEnclosingClass() {
        assertCircular(
                message(6, 55, "com.acme.Slab -> com.acme.Index"),
                allocator("static void use() { class Pages {} Object index = new Index(); }"),
                INDEX);
    }

    @Test
    void thePathThroughSourcesIsReportedAtTheExpressionThatStartsIt() {
        assertCircular(
                message(6, 41, "com.acme.Slab -> com.acme.Chunks -> com.acme.Journal -> com.acme.Index"),
                allocator("static long header() { return Chunks.grow(1); }"),
                """
                package com.acme;

                final class Chunks {
                    static long grow(long size) {
                        Runnable writing = () -> Journal.write(size);
                        writing.run();
                        return size;
                    }
                }
                """,
                """
                package com.acme;

                final class Journal {
                    static void write(long size) {
                        Index.add(size);
                    }
                }
                """,
                INDEX);
    }

    @Test
    void theShortestOfSeveralPathsIsShownInAnyOrderOfTheSources() {
        String slab = allocator("static long a() { return Far.far(); }\n    static long b() { return Near.near(); }");
        String far = "package com.acme;\nfinal class Far { static long far() { return Farther.far(); } }\n";
        String farther = "package com.acme;\nfinal class Farther { static long far() { return Index.add(1); } }\n";
        String near = "package com.acme;\nfinal class Near { static long near() { return Index.add(1); } }\n";
        String message = message(7, 38, "com.acme.Slab -> com.acme.Near -> com.acme.Index");
        assertCircular(message, slab, far, farther, near, INDEX);
        assertCircular(message, INDEX, near, farther, far, slab);
    }

    @Test
    void aCycleOfClassesTerminates() {
        Compilation.assertAccepted(
                List.of("META-INF/heapwright/allocator/com.acme.Slab\ncontract=1\nname=com.acme.Slab\n"),
                allocator("static long use() { return Chunks.use(); }"),
                "package com.acme;\nfinal class Chunks { static long use() { return Slab.use(); } }\n");
    }

    @Test
    void useOfAConstantIsNoPath() {
        Compilation compilation = Compilation.of(allocator("static int use() { return Index.CONSTANT; }"), INDEX);
        assertEquals("", compilation.messages());
    }

    @Test
    void aPermittedSubclassIsNoPath() {
        Compilation compilation = Compilation.of(
                allocator("static Node node;"), "package com.acme;\nsealed interface Node permits Leaf {}\n", """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                record Leaf() implements Node {}
                """);
        assertEquals("", compilation.messages());
    }

    @Test
    void aConsumerThatTheAllocatorDoesNotReachIsNoProblem() {
        Compilation compilation = Compilation.of(
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
        assertEquals("", compilation.messages());
    }

    @Test
    void classesNestedInAConsumerAreConsumers() {
        assertCircular(
                message(6, 17, "com.acme.Slab -> com.acme.Index$Entry"), allocator("static Index.Entry entry;"), INDEX);
    }

    @Test
    void ifTheCompilerReportsErrorsThereAreNoOthers() {
        Compilation compilation =
                Compilation.of(allocator("static long use() { return Index.add(1) + undefined; }"), INDEX);
        assertEquals("", compilation.ownMessages());
        assertEquals(1, compilation.diagnostics().size());
    }

    @Test
    void thePathContinuesThroughClassFilesOfDependencies(@TempDir Path library) throws IOException {
        compile(library, """
                package com.acme.lib;

                public final class Chunks {
                    public static long grow() { return new Journal().size(); }
                }
                """, """
                package com.acme.lib;

                final class Journal {
                    private static final class Pages {
                        private final com.acme.io.Buffers buffers = null;
                    }

                    long size() { return new Pages().hashCode(); }
                }
                """, """
                @dev.heapwright.annotations.NeedsAllocator
                package com.acme.io;
                """, """
                package com.acme.io;

                public final class Buffers {}
                """);
        Compilation compilation = Compilation.of(
                List.of("-classpath", library + java.io.File.pathSeparator + Compilation.ANNOTATIONS),
                List.of(new HeapwrightProcessor()),
                allocator("static long use() { return com.acme.lib.Chunks.grow(); }"));
        assertEquals(
                message(
                        6,
                        51,
                        "com.acme.Slab -> com.acme.lib.Chunks -> com.acme.lib.Journal -> com.acme.lib.Journal$Pages"
                                + " -> com.acme.io.Buffers"),
                compilation.messages());
    }

    @Test
    void anOutdatedClassFileBesideItsSourceIsIgnored(@TempDir Path older) throws IOException {
        compile(older, INDEX, "package com.acme;\n\npublic interface Chunks { Index all(); }\n");
        Compilation compilation = Compilation.of(
                List.of("-classpath", older + java.io.File.pathSeparator + Compilation.ANNOTATIONS),
                List.of(new HeapwrightProcessor()),
                allocator("static Chunks chunks;"),
                "package com.acme;\n\npublic interface Chunks {}\n");
        assertEquals("", compilation.messages());
    }

    /**
     * Those of the JDK are not there, and are looked up only if their names allow it; {@link CostTest} counts how often
     * each is opened.
     */
    @Test
    void eachClassFileOfTheClassPathIsLookedUpOnce(@TempDir Path library) throws IOException {
        compile(library, """
                package com.acme.lib;

                public final class Chunks {
                    public static final com.sun.net.httpserver.HttpServer SERVER = null;
                    public Journal journal;
                }
                """, """
                package com.acme.lib;

                public final class Journal {
                    public Chunks chunks;
                }
                """);
        List<String> read = new ArrayList<>();
        MemoryFiles files = new MemoryFiles() {
            @Override
            public FileObject getFileForInput(Location location, String packageName, String relativeName)
                    throws IOException {
                read.add(packageName + "/" + relativeName);
                return super.getFileForInput(location, packageName, relativeName);
            }
        };
        Compilation compilation = Compilation.of(
                files,
                List.of("-classpath", library + java.io.File.pathSeparator + Compilation.ANNOTATIONS),
                List.of(new HeapwrightProcessor()),
                allocator("static com.acme.lib.Journal a;\nstatic com.acme.lib.Chunks b;"));
        assertEquals("", compilation.messages());
        assertEquals(
                List.of(
                        "com.acme.lib/Chunks.class",
                        "com.acme.lib/package-info.class",
                        "com.acme.lib/Journal.class",
                        "dev.heapwright.annotations/Allocator.class",
                        "dev.heapwright.annotations/package-info.class",
                        "com.sun.net.httpserver/HttpServer.class"),
                read);
    }

    private static void compile(Path folder, String... sources) {
        Compilation.javac().compile(sources).quiet().save(folder);
    }
}
