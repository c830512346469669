package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Binding;
import dev.heapwright.mimalloc.MimallocAllocator;

/**
 * The glue that the Maven plugin generates for the mimalloc allocator; written by hand, as an artifact gets only one
 * glue.
 */
public final class MimallocGlue extends Binding {
    /** Called by the service loader. */
    public MimallocGlue() {
        super("dev.heapwright.mimalloc.MimallocAllocator", "", "for a benchmark");
    }

    @Override
    protected long allocate(long size, long align) {
        return MimallocAllocator.allocate(size, align);
    }

    @Override
    protected void deallocate(long address, long oldSize, long align) {
        MimallocAllocator.deallocate(address, oldSize, align);
    }

    @Override
    protected long reallocate(long address, long oldSize, long size, long align) {
        return MimallocAllocator.reallocate(address, oldSize, size, align);
    }

    @Override
    protected long reallocateInplace(long address, long oldSize, long size, long align) {
        return MimallocAllocator.reallocateInplace(address, oldSize, size, align);
    }

    @Override
    protected long usableSize(long size, long align) {
        return MimallocAllocator.usableSize(size, align);
    }

    @Override
    protected long allocateZeroed(long size, long align) {
        return MimallocAllocator.allocateZeroed(size, align);
    }
}
