package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.observed.ObservedBinding;
import dev.heapwright.jemalloc.JemallocAllocator;

/**
 * The glue that the Maven plugin generates for the jemalloc allocator if {@code observed} is configured; written by
 * hand.
 */
public final class ObservedJemallocGlue extends ObservedBinding {
    /** Called by the service loader. */
    public ObservedJemallocGlue() {
        super("dev.heapwright.jemalloc.JemallocAllocator", "", "for a benchmark, observed", "");
    }

    @Override
    protected long unobservedAllocate(long size, long align) {
        return JemallocAllocator.allocate(size, align);
    }

    @Override
    protected long unobservedAllocateZeroed(long size, long align) {
        return JemallocAllocator.allocateZeroed(size, align);
    }

    @Override
    protected void unobservedDeallocate(long address, long oldSize, long align) {
        JemallocAllocator.deallocate(address, oldSize, align);
    }

    @Override
    protected long unobservedReallocate(long address, long oldSize, long size, long align) {
        return JemallocAllocator.reallocate(address, oldSize, size, align);
    }

    @Override
    protected long unobservedReallocateInplace(long address, long oldSize, long size, long align) {
        return JemallocAllocator.reallocateInplace(address, oldSize, size, align);
    }
}
