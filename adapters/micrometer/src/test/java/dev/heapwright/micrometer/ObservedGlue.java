package dev.heapwright.micrometer;

import dev.heapwright.heap.observed.ObservedBinding;
import dev.heapwright.system.SystemAllocator;

/** What a build with {@code <observed>true</observed>} and {@code <limit>1m</limit>} generates. */
public final class ObservedGlue extends ObservedBinding {
    /** Called by the service loader. */
    public ObservedGlue() {
        super("dev.heapwright.system.SystemAllocator", "1.0", "for tests, observed, limit 1m", "1m");
    }

    @Override
    protected long unobservedAllocate(long size, long align) {
        return SystemAllocator.allocate(size, align);
    }

    @Override
    protected void unobservedDeallocate(long address, long oldSize, long align) {
        SystemAllocator.deallocate(address, oldSize, align);
    }

    @Override
    protected long unobservedReallocate(long address, long oldSize, long size, long align) {
        return SystemAllocator.reallocate(address, oldSize, size, align);
    }

    @Override
    protected long unobservedReallocateInplace(long address, long oldSize, long size, long align) {
        return SystemAllocator.reallocateInplace(address, oldSize, size, align);
    }
}
