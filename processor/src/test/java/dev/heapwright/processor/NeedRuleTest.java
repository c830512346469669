package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import org.junit.jupiter.api.Test;

class NeedRuleTest {
    private static final AllocatorSource POOL =
            AllocatorSource.named("com.acme.Pool").withNatives();

    private static void assertRefused(String place, String allocator, String consumer, String... sources) {
        Compilation compilation = Compilation.of(sources);
        assertRefused(place, allocator, consumer, compilation);
        EclipseCompilation.assertSame(
                // That compiler has no position for a package.
                compilation.messages().replace("package-info.java:1:", "Pool.java:4:"), compilation.markers(), sources);
    }

    private static void assertRefused(String place, String allocator, String consumer, Compilation compilation) {
        assertEquals("""
                %s: error: [Heapwright/AllocatorNeedsAllocator] circular dependency: allocator %s needs an allocator: %s is annotated @NeedsAllocator
                    help: remove @NeedsAllocator; move code that needs an allocator to another package,
                          and, if other projects use this allocator, to another module
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=AllocatorNeedsAllocator
                """.formatted(place, allocator, consumer), compilation.messages());
        assertEquals(
                0,
                compilation.markers().stream()
                        .filter(marker -> marker.contains("/allocator/"))
                        .count());
    }

    private static String pool(String annotations) {
        return POOL.annotated(annotations + POOL.annotations()).text();
    }

    @Test
    void aClassThatIsAllocatorAndConsumerIsRefused() {
        assertRefused("Pool.java:3:1", "com.acme.Pool", "it", pool("@dev.heapwright.annotations.NeedsAllocator "));
    }

    @Test
    void anAllocatorInAPackageThatNeedsOneIsRefused() {
        assertRefused("package-info.java:1:1", "com.acme.Pool", "the package com.acme", pool(""), """
                @dev.heapwright.annotations.NeedsAllocator
                package com.acme;
                """);
    }

    @Test
    void anAllocatorInAModuleThatNeedsOneIsRefused() {
        assertRefused(
                "module-info.java:1:1",
                "com.acme.Pool",
                "the module com.acme.pool",
                Compilation.ofModule(pool(""), """
                @dev.heapwright.annotations.NeedsAllocator
                module com.acme.pool {
                    requires static dev.heapwright.annotations;
                }
                """));
    }

    @Test
    void anAllocatorNestedInAClassThatNeedsOneIsRefused() {
        assertRefused("Pool.java:3:1", "com.acme.Pool.Nested", "the class com.acme.Pool", """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                public final class Pool {
                    @dev.heapwright.annotations.Allocator
                    public static final class Nested {
                %s    }
                }
                """.formatted(POOL.body()));
    }

    @Test
    void anotherPackageOfTheModuleMayNeedOne() {
        Compilation compilation = Compilation.of(pool(""), """
                @dev.heapwright.annotations.NeedsAllocator
                package com.acme.io;
                """);
        assertEquals("", compilation.messages());
        assertEquals(2, compilation.markers().size());
    }
}
