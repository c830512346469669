package com.acme.lines;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/** The offsets of the lines in a text. For one thread at a time. */
public final class LineIndex implements AutoCloseable {
    private long address;
    private long capacity = 1024;
    private long size;

    public LineIndex() {
        address = Heap.allocate(capacity, Long.BYTES);
    }

    public void add(long offset) {
        if (size == capacity) {
            address = Heap.reallocate(address, capacity, 2 * capacity, Long.BYTES);
            capacity *= 2;
        }
        Memory.putLong(address + size, offset);
        size += Long.BYTES;
    }

    /** Frees the rest of the block, if that is possible without moving the lines. */
    public void trim() {
        if (size > 0 && Heap.resizeInplace(address, capacity, size, Long.BYTES)) {
            capacity = size;
        }
    }

    public long get(int line) {
        return Memory.getLong(address + Long.BYTES * (long) line);
    }

    @Override
    public void close() {
        Heap.deallocate(address, capacity, Long.BYTES);
        address = 0;
    }
}
