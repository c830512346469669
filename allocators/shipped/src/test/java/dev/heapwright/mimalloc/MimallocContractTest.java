package dev.heapwright.mimalloc;

import dev.heapwright.testkit.AllocatorContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_22)
class MimallocContractTest {
    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(MimallocAllocator.class);
    }
}
