package dev.heapwright.mimalloc;

import dev.heapwright.testkit.AllocatorContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class MimallocContractTest {
    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(MimallocAllocator.class);
    }
}
