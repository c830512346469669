package com.example.index;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/**
 * A table of slots in one block, with open addressing: a key is in the slot that the low bits of its hash select or, if
 * that was taken, in one of those that follow. A slot is identified by its address. It is empty if its hash is 0, so a
 * block of zeros is an empty table.
 *
 * <p>The load factor is 3/4: linear probing then visits 2.5 slots on average to find a key, and 8.5 to find that there
 * is none (Knuth, The Art of Computer Programming, volume 3, section 6.4). Most of these are in the same cache line or
 * in the next one, which the CPU prefetches.
 */
final class SlotTable {
    private static final long HASH = 0;
    private static final long KEY_OFFSET = 8;
    private static final long VALUE = 16;
    private static final long KEY_LENGTH = 24;

    /** A power of two, and half a cache line, so that no slot spans two lines. */
    private static final long SLOT_SIZE = 32;

    private static final long CACHE_LINE = 64;

    private final long address;
    private final long capacity;
    private long used;

    /**
     * Creates an empty table.
     *
     * @param capacity the number of slots, a power of two
     * @throws dev.heapwright.heap.HeapExhaustedError if there is no memory for it
     */
    SlotTable(long capacity) {
        this.capacity = capacity;
        this.address = Heap.allocateZeroed(capacity * SLOT_SIZE, CACHE_LINE);
    }

    /** {@return the slot that contains the key or, if none does, the empty one for it} */
    long find(Key key, KeyArena keys) {
        for (long at = key.hash(); ; at++) {
            long slot = slotAt(at);
            long hash = Memory.getLong(slot + HASH);
            if (hash == 0 || (hash == key.hash() && hasKey(slot, key, keys))) {
                return slot;
            }
        }
    }

    private static boolean hasKey(long slot, Key key, KeyArena keys) {
        return Memory.getInt(slot + KEY_LENGTH) == key.utf8().length
                && key.equalsBytesAt(keys.addressOf(Memory.getLong(slot + KEY_OFFSET)));
    }

    static boolean isEmpty(long slot) {
        return Memory.getLong(slot + HASH) == 0;
    }

    static long value(long slot) {
        return Memory.getLong(slot + VALUE);
    }

    static void setValue(long slot, long value) {
        Memory.putLong(slot + VALUE, value);
    }

    /** Puts a key, whose bytes are in the arena, in an empty slot; the table must not be full. */
    void fill(long slot, Key key, long keyOffset, long value) {
        Memory.putLong(slot + HASH, key.hash());
        Memory.putLong(slot + KEY_OFFSET, keyOffset);
        Memory.putInt(slot + KEY_LENGTH, key.utf8().length);
        setValue(slot, value);
        used++;
    }

    /** {@return whether the load factor is reached} */
    boolean isFull() {
        return used >= capacity / 4 * 3;
    }

    /**
     * {@return a table of twice the size with the same keys}
     *
     * <p>It has a new block, as this one cannot be enlarged: a slot's position depends on the capacity, and a slot
     * moved in place could overwrite one that has not been moved yet.
     *
     * @throws dev.heapwright.heap.HeapExhaustedError if there is no memory for it; this table is then unchanged
     */
    SlotTable doubled() {
        SlotTable doubled = new SlotTable(capacity * 2);
        for (long slot = address; slot < address + capacity * SLOT_SIZE; slot += SLOT_SIZE) {
            if (!isEmpty(slot)) {
                doubled.addCopy(slot);
            }
        }
        return doubled;
    }

    /** Adds a slot of another table, whose key is not in this one. */
    private void addCopy(long slot) {
        long at = Memory.getLong(slot + HASH);
        while (!isEmpty(slotAt(at))) {
            at++;
        }
        Memory.copy(slot, slotAt(at), SLOT_SIZE);
        used++;
    }

    private long slotAt(long index) {
        return address + (index & (capacity - 1)) * SLOT_SIZE;
    }

    long used() {
        return used;
    }

    long bytesAllocated() {
        return capacity * SLOT_SIZE;
    }

    void free() {
        Heap.deallocate(address, capacity * SLOT_SIZE, CACHE_LINE);
    }
}
