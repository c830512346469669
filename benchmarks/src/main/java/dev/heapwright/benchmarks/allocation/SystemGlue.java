package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Binding;
import dev.heapwright.system.SystemAllocator;

/**
 * The glue that the Maven plugin generates for the system allocator; written by hand, as an artifact gets only one
 * glue.
 */
public final class SystemGlue extends Binding {
    /** Called by the service loader. */
    public SystemGlue() {
        super("dev.heapwright.system.SystemAllocator", "", "for a benchmark");
    }

    @Override
    protected long allocate(long size, long align) {
        return SystemAllocator.allocate(size, align);
    }

    @Override
    protected void deallocate(long address, long oldSize, long align) {
        SystemAllocator.deallocate(address, oldSize, align);
    }

    @Override
    protected long reallocate(long address, long oldSize, long size, long align) {
        return SystemAllocator.reallocate(address, oldSize, size, align);
    }

    @Override
    protected long reallocateInplace(long address, long oldSize, long size, long align) {
        return SystemAllocator.reallocateInplace(address, oldSize, size, align);
    }

    @Override
    protected long usableSize(long size, long align) {
        return SystemAllocator.usableSize(size, align);
    }

    @Override
    protected long allocateZeroed(long size, long align) {
        return SystemAllocator.allocateZeroed(size, align);
    }
}
