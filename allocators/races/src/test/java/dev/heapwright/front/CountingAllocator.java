package dev.heapwright.front;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** A native allocator without memory, which knows how often each of its few blocks was freed. */
final class CountingAllocator implements BackingAllocator {
    private static final int BLOCKS = 64;
    private static final long FIRST = 0x10000;
    private static final long DISTANCE = 0x1000;

    private final AtomicInteger allocated = new AtomicInteger();
    private final AtomicIntegerArray freed = new AtomicIntegerArray(BLOCKS);

    /** Returns how many blocks are not freed. */
    int live() {
        int live = 0;
        for (int i = 0; i < allocated.get(); i++) {
            live += freed.get(i) == 0 ? 1 : 0;
        }
        return live;
    }

    boolean isLive(long address) {
        int index = index(address);
        return index >= 0 && index < allocated.get() && freed.get(index) == 0;
    }

    /** Returns whether no block was freed twice. */
    boolean isSound() {
        for (int i = 0; i < BLOCKS; i++) {
            if (freed.get(i) > 1) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long allocate(long size, long align) {
        return FIRST + allocated.getAndIncrement() * DISTANCE;
    }

    @Override
    public long allocateZeroed(long size, long align) {
        return allocate(size, align);
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        freed.incrementAndGet(index(address));
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        return 0;
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        return oldSize;
    }

    @Override
    public long usableSize(long size, long align) {
        return size;
    }

    @Override
    public String toString() {
        return allocated + " allocated, freed " + freed;
    }

    private static int index(long address) {
        return (int) ((address - FIRST) / DISTANCE);
    }
}
