package dev.heapwright.linker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.name.ClassName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceAllocatorsTest {
    @TempDir
    private Path folder;

    @Test
    void anAllocatorIsFoundWithItsFile() throws IOException {
        Path root = folder.toRealPath();
        SourceAllocators found =
                new SourceTree(root).with("com/acme/Pool.java", """
                        package com.acme;

                        import dev.heapwright.annotations.Allocator;

                        @Allocator
                        public final class Pool {}
                        """).find();

        assertEquals(
                new SourceAllocators(
                        List.of(new SourceAllocator(
                                ClassName.topLevel("com.acme.Pool"), root.resolve("com/acme/Pool.java"), Set.of())),
                        List.of()),
                found);
    }

    @Test
    void aNestedOneHasTwoNames() throws IOException {
        SourceAllocators found =
                new SourceTree(folder).with("com/acme/Pools.java", """
                        package com.acme;

                        public final class Pools {
                            public interface Small {
                                @dev.heapwright.annotations.Allocator
                                class Pool {}
                            }
                        }
                        """).find();

        assertEquals(
                List.of(new ClassName("com.acme.Pools$Small$Pool", "com.acme.Pools.Small.Pool")),
                found.allocators().stream().map(SourceAllocator::name).toList());
    }

    @Test
    void severalAreSorted() throws IOException {
        assertEquals(
                "com.acme.A, com.acme.A$B, com.acme.Z, com.acme.a.A",
                new SourceTree(folder)
                        .with(
                                "com/acme/a/A.java",
                                "package com.acme.a; @dev.heapwright.annotations.Allocator class A {}")
                        .with("com/acme/Z.java", """
                        package com.acme;
                        import dev.heapwright.annotations.Allocator;
                        @Allocator class Z {}
                        @Allocator class A { @Allocator static class B {} }
                        """)
                        .names());
    }

    @Test
    void whatLooksLikeAnAnnotationInACommentOrStringIsNone() throws IOException {
        assertEquals("", new SourceTree(folder).with("com/acme/Pool.java", """
                        package com.acme;
                        import dev.heapwright.annotations.Allocator;
                        /** @Allocator */
                        // @Allocator
                        /* @Allocator class Comment {} */
                        class Pool {
                            String string = "@Allocator class InString {}";
                            String block = \"""
                                @Allocator class InTextBlock {}
                                \""";
                        }
                        """).names());
    }

    @Test
    void noTypeThatGlueCannotCallByNameIsAnAllocator() throws IOException {
        assertEquals(
                "",
                new SourceTree(folder)
                        .with(
                                "Unnamed.java",
                                "import dev.heapwright.annotations.Allocator; @Allocator class Unnamed {}")
                        .with("com/acme/Pool.java", """
                        package com.acme;
                        import dev.heapwright.annotations.Allocator;
                        class Pool {
                            void local() {
                                @Allocator class Local {}
                            }
                            Object anonymous = new Object() {
                                @Allocator class Inner {}
                            };
                        }
                        """)
                        .names());
    }

    @Test
    void anAnnotationOnAPackageOrModuleIsNone() throws IOException {
        assertEquals(
                "",
                new SourceTree(folder)
                        .with("module-info.java", "@dev.heapwright.annotations.Allocator module com.acme {}")
                        .with("com/acme/package-info.java", "@dev.heapwright.annotations.Allocator package com.acme;")
                        .names());
    }

    @Test
    void optionalFunctionsAreThoseDeclaredAsTheContractDemands() throws IOException {
        assertEquals(
                Set.of("allocateZeroed"),
                optionalFunctions("public static long allocateZeroed(long a, final long b) { return 0; }"));
        assertEquals(
                Set.of("allocateZeroed"),
                optionalFunctions("public static native long allocateZeroed(long a, long b);"));
        assertEquals(
                Set.of("allocateZeroed"),
                optionalFunctions(
                        "long allocateZeroed(int a) { return 0; } @Deprecated public static final long allocateZeroed(long a, long b) { return 0; }"));
        for (String other : List.of(
                "",
                "public static long allocate(long a, long b) { return 0; }",
                "static long allocateZeroed(long a, long b) { return 0; }",
                "public long allocateZeroed(long a, long b) { return 0; }",
                "public static int allocateZeroed(long a, long b) { return 0; }",
                "public static long allocateZeroed(long a) { return 0; }",
                "public static long allocateZeroed(long a, long... b) { return 0; }",
                "public static long allocateZeroed(long a, long b[]) { return 0; }",
                "public static long allocateZeroed(long a, Long b) { return 0; }",
                "public static <T> long allocateZeroed(long a, long b) { return 0; }",
                "static class Inner { public static long allocateZeroed(long a, long b) { return 0; } }")) {
            assertEquals(Set.of(), optionalFunctions(other), other);
        }
    }

    private Set<String> optionalFunctions(String functions) throws IOException {
        List<SourceAllocator> found = new SourceTree(folder)
                .with("com/acme/Pool.java", """
                        package com.acme;
                        @dev.heapwright.annotations.Allocator public final class Pool { %s }
                        """.formatted(functions))
                .find()
                .allocators();
        assertEquals(1, found.size());
        return found.get(0).optionalFunctions();
    }

    @Test
    void sourcesAreReadInTheirCharset() throws IOException {
        Files.createDirectories(folder.resolve("com/acme"));
        Files.writeString(
                folder.resolve("com/acme/Pool.java"),
                "package com.acme; @dev.heapwright.annotations.Allocator class Größe {}",
                StandardCharsets.UTF_16);

        SourceAllocators found = SourceAllocators.find(List.of(folder), StandardCharsets.UTF_16);

        assertEquals("com.acme.Größe", found.allocators().get(0).name().binary());
    }
}
