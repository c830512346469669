package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.adapters.testing.NothingLeaks;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.rounding.SegmentRoundingPolicy;
import org.apache.arrow.vector.IntVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The code in docs/arrow.md. */
@ExtendWith(NothingLeaks.class)
class GuideTest {
    @Test
    void vectors() {
        try (RootAllocator root = HeapAllocators.root();
                IntVector numbers = new IntVector("numbers", root)) {
            numbers.allocateNew(1000);
            numbers.set(0, 42);
            numbers.setValueCount(1);
            assertEquals(42, numbers.get(0));
        }
    }

    @Test
    void aCustomConfiguration() {
        AllocationManager.Factory factory = HeapAllocationManager.FACTORY;
        RootAllocator root = new RootAllocator(RootAllocator.configBuilder()
                .allocationManagerFactory(factory)
                .roundingPolicy(new SegmentRoundingPolicy(64 * 1024L))
                .build());
        assertEquals(64 * 1024, root.getRoundingPolicy().getRoundedSize(1));
        root.close();
    }
}
