package dev.heapwright.guarded;

import dev.heapwright.testkit.AllocatorContract;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** So many blocks are guarded here that the contract is tested for them and for others: see the POM. */
class GuardedContractTest {
    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        // Larger blocks are jemalloc's, whose tests are elsewhere.
        return AllocatorContract.of(GuardedAllocator.class).maximumSize(1 << 20);
    }
}
