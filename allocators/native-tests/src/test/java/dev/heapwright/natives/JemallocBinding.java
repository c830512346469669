package dev.heapwright.natives;

import dev.heapwright.heap.Binding;
import dev.heapwright.jemalloc.JemallocAllocator;

/** Glue for the programs in these tests that call the heap. */
public final class JemallocBinding extends Binding {
    public JemallocBinding() {
        super(JemallocAllocator.class.getName(), "1.0", "for tests");
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
}
