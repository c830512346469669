package com.acme;

import dev.heapwright.heap.Binding;
import dev.heapwright.system.SystemAllocator;

public final class Glue extends Binding {
    public Glue() {
        super("dev.heapwright.system.SystemAllocator", "0.1.0", "by hand");
    }

    @Override
    protected long allocate(long size, long align) {
        return SystemAllocator.allocate(size, align);
    }

    @Override
    protected long allocateZeroed(long size, long align) {
        return SystemAllocator.allocateZeroed(size, align);
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
}
