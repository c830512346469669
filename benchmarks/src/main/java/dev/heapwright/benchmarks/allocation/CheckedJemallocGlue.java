package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.checked.CheckedBinding;
import dev.heapwright.jemalloc.JemallocAllocator;

/**
 * The glue that the Maven plugin generates for the jemalloc allocator if {@code checked} is configured; written by
 * hand.
 */
public final class CheckedJemallocGlue extends CheckedBinding {
    /** Called by the service loader. */
    public CheckedJemallocGlue() {
        super("dev.heapwright.jemalloc.JemallocAllocator", "", "for a benchmark, checked");
    }

    @Override
    protected long uncheckedAllocate(long size, long align) {
        return JemallocAllocator.allocate(size, align);
    }

    @Override
    protected void uncheckedDeallocate(long address, long oldSize, long align) {
        JemallocAllocator.deallocate(address, oldSize, align);
    }
}
