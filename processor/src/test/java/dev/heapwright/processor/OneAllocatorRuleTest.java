package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import org.junit.jupiter.api.Test;

class OneAllocatorRuleTest {
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
    void twoInOneFilePointAtEachOther() {
        assertSaid("""
                SlabAllocator.java:4:14: error: [Heapwright/DuplicateAllocator] com.acme.slab.SlabAllocator is one of 2 allocators in this module, a module has 1
                      another is com.acme.slab.SlabAllocator.Debugging
                    help: keep @Allocator on one of them, and move the others to modules of their own
                    more: mvn heapwright:explain -Did=DuplicateAllocator
                SlabAllocator.java:11:25: error: [Heapwright/DuplicateAllocator] com.acme.slab.SlabAllocator.Debugging is one of 2 allocators in this module, a module has 1
                      another is com.acme.slab.SlabAllocator
                    help: keep @Allocator on one of them, and move the others to modules of their own
                    more: mvn heapwright:explain -Did=DuplicateAllocator
                """, SLAB);
    }

    @Test
    void threeInTwoFilesPointAtEachOther() {
        assertSaid("""
                PoolAllocator.java:4:14: error: [Heapwright/DuplicateAllocator] com.acme.PoolAllocator is one of 3 allocators in this module, a module has 1
                      another is com.acme.slab.SlabAllocator
                      another is com.acme.slab.SlabAllocator.Debugging
                    help: keep @Allocator on one of them, and move the others to modules of their own
                    more: mvn heapwright:explain -Did=DuplicateAllocator
                SlabAllocator.java:4:14: error: [Heapwright/DuplicateAllocator] com.acme.slab.SlabAllocator is one of 3 allocators in this module, a module has 1
                      another is com.acme.PoolAllocator
                      another is com.acme.slab.SlabAllocator.Debugging
                    help: keep @Allocator on one of them, and move the others to modules of their own
                    more: mvn heapwright:explain -Did=DuplicateAllocator
                SlabAllocator.java:11:25: error: [Heapwright/DuplicateAllocator] com.acme.slab.SlabAllocator.Debugging is one of 3 allocators in this module, a module has 1
                      another is com.acme.PoolAllocator
                      another is com.acme.slab.SlabAllocator
                    help: keep @Allocator on one of them, and move the others to modules of their own
                    more: mvn heapwright:explain -Did=DuplicateAllocator
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
