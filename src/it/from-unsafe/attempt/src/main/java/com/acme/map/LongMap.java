package com.acme.map;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/** A map outside the Java heap: from any long but 0 to any long. For one thread at a time. */
public final class LongMap implements AutoCloseable {
    private static final int FEWEST = 16;

    /** A key, 0 if there is none, and its value. */
    private static final long SLOT = 16;

    private long table;
    private int slots;
    private int size;

    public LongMap() {
        makeTable(FEWEST);
    }

    public long get(long key, long otherwise) {
        long slot = find(key);
        return Memory.getLong(slot) == 0 ? otherwise : Memory.getLong(slot + 8);
    }

    public void put(long key, long value) {
        if (2 * size >= slots) {
            grow();
        }
        long slot = find(key);
        if (Memory.getLong(slot) == 0) {
            Memory.putLong(slot, key);
            size++;
        }
        Memory.putLong(slot + 8, value);
    }

    public int size() {
        return size;
    }

    public void clear() {
        makeTable(FEWEST);
    }

    @Override
    public void close() {
        Heap.deallocate(table, slots * SLOT, 8);
    }

    private void grow() {
        long old = table;
        long end = old + slots * SLOT;
        makeTable(2 * slots);
        for (long slot = old; slot < end; slot += SLOT) {
            if (Memory.getLong(slot) != 0) {
                put(Memory.getLong(slot), Memory.getLong(slot + 8));
            }
        }
        Heap.deallocate(old, slots * SLOT, 8);
    }

    /** The slot of a key, or the one where it is to be put. */
    private long find(long key) {
        int index = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (slots - 1);
        long slot = table + index * SLOT;
        while (Memory.getLong(slot) != 0 && Memory.getLong(slot) != key) {
            index = (index + 1) & (slots - 1);
            slot = table + index * SLOT;
        }
        return slot;
    }

    private void makeTable(int count) {
        table = Heap.allocateZeroed(count * SLOT, 8);
        slots = count;
        size = 0;
    }
}
