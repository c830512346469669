package dev.heapwright.netty;

import io.netty.buffer.ByteBufAllocatorMetric;

/** The bytes of one allocator's buffers that are not yet released: the exact sum of their capacities. */
final class UsedMemory implements ByteBufAllocatorMetric {
    private final Tally array = new Tally();
    private final Tally direct = new Tally();

    void addArray(long bytes) {
        array.add(bytes);
    }

    void addDirect(long bytes) {
        direct.add(bytes);
    }

    @Override
    public long usedHeapMemory() {
        return array.sum();
    }

    @Override
    public long usedDirectMemory() {
        return direct.sum();
    }

    @Override
    public String toString() {
        return "UsedMemory(usedHeapMemory: " + usedHeapMemory() + "; usedDirectMemory: " + usedDirectMemory() + ')';
    }
}
