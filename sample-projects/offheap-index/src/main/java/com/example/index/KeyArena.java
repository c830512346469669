package com.example.index;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/**
 * The bytes of all keys, one after the other in one block. The block moves when it grows, so a key is known by its
 * offset and not by its address.
 */
final class KeyArena {
    private static final long SMALLEST = 1 << 10;

    // A block of size 0 costs nothing, and is resized and deallocated like any other.
    private long address = Heap.allocate(0, 1);
    private long capacity;
    private long used;

    /**
     * Makes room.
     *
     * @param bytes that shall fit after those that are there
     * @throws dev.heapwright.heap.HeapExhaustedError if there is no memory for it; nothing has changed then
     */
    void ensureRoom(long bytes) {
        if (used + bytes <= capacity) {
            return;
        }
        // Twice the size each time, so that a byte is copied once or twice on average, however many there will be.
        long size = Math.max(SMALLEST, Math.max(used + bytes, capacity * 2));
        // An allocator that rounds up gives the rest away for free. Asked before, so that nothing can fail between the block
        // and its size.
        long usable = Heap.usableSize(size, 1);
        address = Heap.reallocate(address, capacity, size, 1);
        capacity = usable;
    }

    /** {@return the offset of the bytes, for which there must be room} */
    long add(byte[] bytes) {
        long offset = used;
        Memory.copyFromArray(bytes, 0, address + offset, bytes.length);
        used += bytes.length;
        return offset;
    }

    long addressOf(long offset) {
        return address + offset;
    }

    long bytesAllocated() {
        return capacity;
    }

    void free() {
        Heap.deallocate(address, capacity, 1);
    }
}
