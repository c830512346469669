package dev.heapwright.netty;

import io.netty.buffer.UnpooledHeapByteBuf;

/** A buffer in the Java heap, Netty's own, that is counted. */
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

    /** No field of this class: the constructor of the one above allocates already. */
    private UsedMemory used() {
        return ((HeapByteBufAllocator) alloc()).used;
    }
}
