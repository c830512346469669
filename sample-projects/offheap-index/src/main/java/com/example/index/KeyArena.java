package com.example.index;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/**
 * The bytes of all keys, one after the other in one block. The block may move when it grows, so a key is identified by
 * its offset, not its address.
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
     * @param bytes to make room for after the existing ones
     * @throws dev.heapwright.heap.HeapExhaustedError if there is no memory for it; then nothing has changed
     */
    void ensureRoom(long bytes) {
        if (used + bytes <= capacity) {
            return;
        }
        // The size is doubled each time, so that each byte is copied once or twice on average, however many there will
        // be.
        long size = Math.max(SMALLEST, Math.max(used + bytes, capacity * 2));
        // If the allocator rounds up, the rest can be used as well. Queried first, so that nothing can fail between
        // allocating the block and recording its size.
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
