package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuplicateAllocatorRuleTest {
    private static final String FUNCTIONS =
            AllocatorSource.named("com.acme.Pool").body();
    private static final String POOL =
            AllocatorSource.named("com.acme.PoolAllocator").text();
    private static final String SLAB = AllocatorSource.named("com.acme.slab.SlabAllocator")
            .with("""
                    @dev.heapwright.annotations.Allocator
                    public static final class Debugging {
                    %s
                    }
                    """.formatted(FUNCTIONS))
            .text();

    @Test
    void severalShippedAllocatorsAreAllowedAndCheckedButNotMarked() {
        Compilation compilation = along(SLAB, POOL);
        assertEquals("", compilation.messages());
        assertEquals(List.of(), compilation.markers());
    }

    @Test
    void shippedAllocatorsHaveToFulfilTheContract() {
        assertEquals(
                "Broken.java:3:14: error: [Heapwright/MissingFunction] allocator com.acme.Broken is missing 5 required functions",
                along("package com.acme;\n@dev.heapwright.annotations.Allocator\npublic final class Broken {}\n")
                        .ownMessages()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    private static Compilation along(String... sources) {
        List<String> options = Stream.concat(
                        Compilation.STRICT.stream(), Stream.of("-A" + HeapwrightProcessor.AVAILABLE))
                .toList();
        return Compilation.of(options, List.of(new HeapwrightProcessor()), sources);
    }

    @Test
    void twoInOneFileAreOneError() {
        assertSaid("""
                SlabAllocator.java:4:14: error: [Heapwright/DuplicateAllocator] com.acme.slab.SlabAllocator: module has 2 @Allocator classes; only one is allowed
                      also annotated @Allocator: com.acme.slab.SlabAllocator.Debugging (SlabAllocator.java:10)
                    help: keep @Allocator on one of them, and move the others to separate modules
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=DuplicateAllocator
                """, SLAB);
    }

    @Test
    void threeInTwoFilesAreOneError() {
        assertSaid("""
                PoolAllocator.java:4:14: error: [Heapwright/DuplicateAllocator] com.acme.PoolAllocator: module has 3 @Allocator classes; only one is allowed
                      also annotated @Allocator: com.acme.slab.SlabAllocator (SlabAllocator.java:3)
                      also annotated @Allocator: com.acme.slab.SlabAllocator.Debugging (SlabAllocator.java:10)
                    help: keep @Allocator on one of them, and move the others to separate modules
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=DuplicateAllocator
                """, POOL, SLAB);
    }

    @Test
    void theOrderOfTheFilesDoesNotMatter() {
        Compilation oneWay = Compilation.of(POOL, SLAB);
        Compilation theOther = Compilation.of(SLAB, POOL);
        assertEquals(oneWay.messages(), theOther.messages());
        assertEquals(oneWay.markers(), theOther.markers());
    }

    private static void assertSaid(String messages, String... sources) {
        Compilation compilation = Compilation.of(sources);
        assertEquals(messages, compilation.messages());
        EclipseCompilation.assertSame(messages, compilation.markers(), sources);
    }
}
