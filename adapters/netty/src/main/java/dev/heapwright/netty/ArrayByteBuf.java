package dev.heapwright.netty;

import io.netty.buffer.UnpooledHeapByteBuf;

/** A buffer on the Java heap, Netty's own, that is counted. */
final class ArrayByteBuf extends UnpooledHeapByteBuf {
    ArrayByteBuf(HeapByteBufAllocator allocator, int initialCapacity, int maxCapacity) {
        super(allocator, initialCapacity, maxCapacity);
    }

    @Override
    protected byte[] allocateArray(int capacity) {
        byte[] array = super.allocateArray(capacity);
        used().addArray(array.length);
        return array;
    }

    @Override
    protected void freeArray(byte[] array) {
        super.freeArray(array);
        used().addArray(-array.length);
    }

    /** Not a field of this class: the superclass constructor already allocates. */
    private UsedMemory used() {
        return ((HeapByteBufAllocator) alloc()).used;
    }
}
