package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.adapters.testing.BlockLedger;
import io.netty.buffer.ByteBufAllocatorMetric;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * After each test, there are as many blocks as before it, {@link HeapByteBufAllocator#DEFAULT} counts as much as before it,
 * and Netty has reported no leak.
 */
final class NothingLeaks implements TestInstancePreConstructCallback, AfterEachCallback {
    private final ByteBufAllocatorMetric metric = HeapByteBufAllocator.DEFAULT.metric();
    private long blocks;
    private long direct;
    private long array;

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        blocks = BlockLedger.OF_HEAP.count();
        direct = metric.usedDirectMemory();
        array = metric.usedHeapMemory();
        assertEquals(List.of(), Leaks.reported());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertEquals(blocks, BlockLedger.OF_HEAP.count(), "live blocks");
        assertEquals(direct, metric.usedDirectMemory(), "direct memory");
        assertEquals(array, metric.usedHeapMemory(), "heap memory");
        assertEquals(List.of(), Leaks.reported());
    }
}
