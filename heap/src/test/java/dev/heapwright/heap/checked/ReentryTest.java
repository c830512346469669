package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.CHeap;
import org.junit.jupiter.api.Test;

/** An allocator that calls the heap it serves is stopped at the call. */
class ReentryTest {
    private final Circular heap = new Circular();

    private static final class Circular extends CheckedBinding {
        private boolean allocates = true;
        private boolean gives;

        Circular() {
            super("com.acme.Journaling", "1.0", "linked explicitly, checked", new Quarantine.Limits(0, 0, 0));
        }

        @Override
        protected long uncheckedAllocate(long size, long align) {
            return allocates ? journal() : CHeap.alignedAlloc(align, size);
        }

        @Override
        protected void uncheckedDeallocate(long address, long oldSize, long align) {
            if (gives) {
                gives = false;
                journal();
            }
            CHeap.alignedFree(address, align);
        }

        private long journal() {
            return allocate(8, 8);
        }
    }

    @Test
    void anAllocatorThatCallsTheHeapWhenItAllocatesIsStopped() {
        MisuseError error = assertThrows(MisuseError.class, () -> heap.allocate(1, 1));
        assertEquals("""
                [Heapwright/CircularDependency] circular dependency: allocator com.acme.Journaling calls the heap bound to it
                    the call, made inside the allocator
                      at Circular.journal
                  help: an allocator may only use code that needs no allocator; get memory from dev.heapwright.memory.CHeap instead
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""", MisuseFixture.shown(String.valueOf(error.getMessage()).replace("ReentryTest$", "")));
    }

    @Test
    void anAllocatorThatCallsTheHeapWhenItFreesIsStopped() {
        heap.allocates = false;
        long block = heap.allocate(1, 1);
        heap.gives = true;
        MisuseError error = assertThrows(MisuseError.class, () -> heap.deallocate(block, 1, 1));
        assertTrue(String.valueOf(error.getMessage()).startsWith("[Heapwright/CircularDependency]"));
    }

    @Test
    void afterwardsTheAllocatorCanBeUsed() {
        assertThrows(MisuseError.class, () -> heap.allocate(1, 1));
        heap.allocates = false;
        heap.deallocate(heap.allocate(1, 1), 1, 1);
    }
}
