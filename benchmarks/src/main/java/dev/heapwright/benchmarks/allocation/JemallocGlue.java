package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Binding;
import dev.heapwright.jemalloc.JemallocAllocator;

/**
 * The glue that the Maven plugin generates for the jemalloc allocator; written by hand, as an artifact gets only one
 * glue.
 */
public final class JemallocGlue extends Binding {
    /** Called by the service loader. */
    public JemallocGlue() {
        super("dev.heapwright.jemalloc.JemallocAllocator", "", "for a benchmark");
    }

    @Override
    protected long allocate(long size, long align) {
        return JemallocAllocator.allocate(size, align);
    }

    @Override
    protected void deallocate(long address, long oldSize, long align) {
        JemallocAllocator.deallocate(address, oldSize, align);
    }

    @Override
    protected long reallocate(long address, long oldSize, long size, long align) {
        return JemallocAllocator.reallocate(address, oldSize, size, align);
    }

    @Override
    protected long reallocateInplace(long address, long oldSize, long size, long align) {
        return JemallocAllocator.reallocateInplace(address, oldSize, size, align);
    }

    @Override
    protected long usableSize(long size, long align) {
        return JemallocAllocator.usableSize(size, align);
    }

    @Override
    protected long allocateZeroed(long size, long align) {
        return JemallocAllocator.allocateZeroed(size, align);
    }
}
