package dev.heapwright.jemalloc;

import dev.heapwright.testkit.AllocatorContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class JemallocContractTest {
    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(JemallocAllocator.class);
    }
}
