package dev.heapwright.allocators;

import dev.heapwright.front.BackingAllocator;
import dev.heapwright.system.SystemAllocator;

/** The C library's malloc, as it is behind a front. */
final class CLibrary implements BackingAllocator {
    @Override
    public long allocate(long size, long align) {
        return SystemAllocator.allocate(size, align);
    }

    @Override
    public long allocateZeroed(long size, long align) {
        return SystemAllocator.allocateZeroed(size, align);
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        SystemAllocator.deallocate(address, oldSize, align);
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        return SystemAllocator.reallocate(address, oldSize, size, align);
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        return SystemAllocator.reallocateInplace(address, oldSize, size, align);
    }

    @Override
    public long usableSize(long size, long align) {
        return SystemAllocator.usableSize(size, align);
    }
}
