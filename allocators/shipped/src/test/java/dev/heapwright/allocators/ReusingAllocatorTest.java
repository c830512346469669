package dev.heapwright.allocators;

import dev.heapwright.testkit.AllocatorContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** An allocator of one's own with a front, which is the guide's. */
class ReusingAllocatorTest {
    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(ReusingAllocator.class);
    }
}
