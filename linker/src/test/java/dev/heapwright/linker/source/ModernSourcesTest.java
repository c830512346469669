package dev.heapwright.linker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are newer than the Java that runs Maven, and sources that no Java has. */
class ModernSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void whatJavaHasHadSince17IsRead() throws IOException {
        assertEquals(
                "com.acme.Pool, com.acme.Pool$Large",
                new SourceTree(folder).with("com/acme/Pool.java", """
                        package com.acme;

                        import module java.base;
                        import module dev.heapwright.annotations;

                        /// An [Allocator] in *Markdown*: `@Allocator`.
                        @Allocator
                        public final class Pool {
                            sealed interface Shape permits Circle, Square {}
                            record Circle(double radius) implements Shape {}
                            record Square(double side) implements Shape {
                                Square {
                                    if (side < 0) throw new IllegalArgumentException();
                                }
                            }
                            record Pair<A, B>(A first, B second) {}

                            static class Base { Base(int size) {} }

                            static non-sealed class Flexible extends Base implements Hidden {
                                private final int size;
                                Flexible(int size) {
                                    if (size <= 0) throw new IllegalArgumentException();
                                    this.size = size;
                                    super(size);
                                }
                            }
                            sealed interface Hidden permits Flexible {}

                            static double area(Object shape) {
                                return switch (shape) {
                                    case null -> 0;
                                    case Circle(double radius) when radius > 100 -> 1;
                                    case Circle(var radius) -> Math.PI * radius * radius;
                                    case Square _ -> 2;
                                    case Pair(Circle _, Pair<?, ?>(_, var second)) -> area(second);
                                    case Integer i when i > 0 -> { yield i; }
                                    case String s -> s.length();
                                    default -> 0;
                                };
                            }

                            static int unnamed(List<String> texts) {
                                int count = 0;
                                for (String _ : texts) count++;
                                try { Integer.parseInt("x"); } catch (NumberFormatException _) { count++; }
                                BiFunction<String, String, Integer> function = (_, _) -> 1;
                                int record = 1, sealed = 2, permits = 3, when = 4, module = 5, yield_ = 6, var = 7;
                                return count + function.apply("", "") + record + sealed + permits + when + module + var;
                            }

                            @Allocator
                            public static class Large {}
                        }
                        """).names());
    }

    @Test
    void aCompactSourceFileIsReadAndHasNoAllocatorThatGlueCouldCall() throws IOException {
        assertEquals(
                "com.acme.Pool",
                new SourceTree(folder)
                        .with("Main.java", """
                        import dev.heapwright.annotations.Allocator;

                        @Allocator
                        static class Nested {}

                        String greeting() { return "hello"; }

                        void main() {
                            IO.println(greeting());
                        }
                        """)
                        .with(
                                "com/acme/Pool.java",
                                "package com.acme; @dev.heapwright.annotations.Allocator class Pool {}")
                        .names());
    }

    @Test
    void ofAFileThatIsNotUnderstoodTheRestCounts() throws IOException {
        Path root = folder.toRealPath();
        SourceAllocators found =
                new SourceTree(root).with("com/acme/Pool.java", """
                        package com.acme;
                        import dev.heapwright.annotations.Allocator;
                        @Allocator public final class Pool {
                            static void future() { whatever Java <<>> brings; }
                        }
                        """).find();

        assertEquals(List.of(root.resolve("com/acme/Pool.java")), found.unreadable());
        assertEquals("com.acme.Pool", found.allocators().get(0).name().binary());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Allocator",
                "package Allocator",
                "@Allocator",
                "@Allocator class",
                "@Allocator }",
                "package com.acme; \"Allocator",
                "package com.acme; /* Allocator",
                "package com.acme; @Allocator class \u0000 {}",
                "package com.acme; @Allocator class A\\u {}",
                "package 1; @dev.heapwright.annotations.Allocator class A {}",
            })
    void whatIsNoJavaDoesNoHarm(String text) throws IOException {
        SourceAllocators found =
                new SourceTree(folder).with("com/acme/Pool.java", text).find();

        assertEquals(List.of(), found.allocators());
        assertEquals(1, found.unreadable().size());
    }

    @Test
    void expressionsNestedToAnyDepthDoNoHarm() throws IOException {
        SourceAllocators found = new SourceTree(folder)
                .with("com/acme/Deep.java", """
                        package com.acme;
                        class Deep { /* Allocator */ int deep = %s1%s; }
                        """.formatted("(".repeat(50_000), ")".repeat(50_000)))
                .with("com/acme/Pool.java", "package com.acme; @dev.heapwright.annotations.Allocator class Pool {}")
                .find();

        assertEquals(1, found.unreadable().size());
        assertEquals(1, found.allocators().size());
    }

    @Test
    void aFileThatIsMangledInAnyWayDoesNoHarm() throws IOException {
        String whole = """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class Pool<T extends Comparable<T>> {
                    record Pair(int a, String... b) {}
                    static long allocate(long size, long align) {
                        return switch (size) { case 1 -> 'x'; default -> { yield "\\n" == "" ? 1 : 2; } };
                    }
                }
                """;
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            StringBuilder mangled = new StringBuilder(whole);
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                int at = random.nextInt(mangled.length());
                switch (random.nextInt(3)) {
                    case 0 -> mangled.setCharAt(at, (char) (random.nextInt(96) + 32));
                    case 1 -> mangled.delete(at, Math.min(mangled.length(), at + random.nextInt(20)));
                    default -> mangled.insert(at, whole, random.nextInt(at + 1) / 2, at / 2 + 1);
                }
            }
            SourceAllocators found = new SourceTree(folder)
                    .with("com/acme/Pool.java", mangled.toString())
                    .find();
            assertTrue(found.allocators().size() <= 5, mangled::toString);
        }
    }
}
