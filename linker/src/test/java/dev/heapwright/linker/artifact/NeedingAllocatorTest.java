package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Allocators that need one, which the processor has not seen: they were compiled in parts, or without it. */
class NeedingAllocatorTest {
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final String NEED = "@dev.heapwright.annotations.NeedsAllocator\n";
    private static final String ALLOCATOR = ClassFolder.allocator("com.acme", "public final class Pool");

    @TempDir
    private Path temporary;

    @Test
    void theClassItselfIsAConsumer() throws IOException {
        folder().compile(
                        Map.of("com/acme/Pool.java", ALLOCATOR.replace("@dev", NEED + "@dev")),
                        Javac.locationOf(Allocator.class));
        assertRefused(
                "it",
                folder().write("META-INF/heapwright/allocator/com.acme.Pool", "contract=1\nname=com.acme.Pool\n"));
    }

    @Test
    void theClassAroundItIsAConsumer() throws IOException {
        String nested = ClassFolder.allocator("com.acme", "public static final class Allocator")
                .replace("@dev", NEED + "public final class Pool {\nprivate Pool() {}\n@dev");
        folder().compile(Map.of("com/acme/Pool.java", nested + "}\n"), Javac.locationOf(Allocator.class));
        assertRefused(
                "com.acme.Pool.Allocator",
                "com/acme/Pool$Allocator.class",
                "the class com.acme.Pool",
                folder().write(
                                "META-INF/heapwright/allocator/com.acme.Pool$Allocator",
                                "contract=1\nname=com.acme.Pool.Allocator\n"));
    }

    @Test
    void thePackageIsAConsumer() throws IOException {
        assertRefused(
                "the package com.acme",
                folder().compile("com/acme/Pool.java", ALLOCATOR)
                        .compile("com/acme/package-info.java", NEED + "package com.acme;\n"));
    }

    @Test
    void theModuleIsAConsumer() throws IOException {
        assertRefused(
                "its module",
                folder().compile("com/acme/Pool.java", ALLOCATOR)
                        .compile(
                                "module-info.java",
                                NEED + "module com.acme { requires static dev.heapwright.annotations; }\n"));
    }

    @Test
    void anotherPackageOfTheArtifactMayBeAConsumer() throws Exception {
        ClassFolder folder = folder().compile("com/acme/Pool.java", ALLOCATOR)
                .compile("com/acme/io/package-info.java", NEED + "package com.acme.io;\n")
                .compile(
                        "com/acme/Pools.java",
                        "package com.acme;\n" + NEED + "final class Pools {\nprivate Pools() {}\n}\n");
        assertEquals(
                List.of("com.acme.Pools", "com.acme.io"),
                ArtifactReader.read(folder.path(), POOL).consumers());
    }

    private ClassFolder folder() {
        return new ClassFolder(temporary.resolve("pool-1.2"));
    }

    private void assertRefused(String consumer, ClassFolder folder) {
        assertRefused("com.acme.Pool", "com/acme/Pool.class", consumer, folder);
    }

    private void assertRefused(String allocator, String file, String consumer, ClassFolder folder) {
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> ArtifactReader.read(folder.path(), POOL));
        assertEquals(
                """
                [Heapwright/AllocatorNeedsAllocator] circular dependency: allocator %s needs an allocator: %s is annotated @NeedsAllocator
                    at pool-1.2/%s
                  help: remove @NeedsAllocator; move code that needs an allocator to another package,
                        and, if other projects use this allocator, to another module
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=AllocatorNeedsAllocator""".formatted(allocator, consumer, file),
                String.valueOf(refused.getMessage()).replace(temporary + "/", ""));
    }
}
