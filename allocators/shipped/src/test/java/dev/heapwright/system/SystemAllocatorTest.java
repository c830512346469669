package dev.heapwright.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heapwright.testkit.AllocatorContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SystemAllocatorTest {
    /** Natural and over-aligned. */
    private static final long[] SOME_ALIGNMENTS = {1, 8, 16, 32, 64, 4096};

    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(SystemAllocator.class);
    }

    @Test
    void theUsableSizeIsTheRequestedSize() {
        for (long align : SOME_ALIGNMENTS) {
            assertEquals(1, SystemAllocator.usableSize(1, align));
            assertEquals(4000, SystemAllocator.usableSize(4000, align));
        }
    }

    @Test
    void nothingIsResizedInPlace() {
        for (long align : SOME_ALIGNMENTS) {
            long address = SystemAllocator.allocate(4000, align);
            assertNotEquals(0, address);
            assertEquals(4000, SystemAllocator.reallocateInplace(address, 4000, 1 << 20, align));
            assertEquals(4000, SystemAllocator.reallocateInplace(address, 4000, 100, align));
            SystemAllocator.deallocate(address, 4000, align);
        }
    }
}
