package com.example.index;

import dev.heapwright.annotations.NeedsAllocator;
import java.util.OptionalLong;

/**
 * An index from strings to numbers that lies in native memory: however many keys it has, the garbage collector sees
 * three small objects. Close it to give the memory back; nothing else does.
 *
 * <p>There is one block for the keys, as UTF-8, and one for an open-addressing hash table. Not thread-safe: threads
 * that share an index must lock, also in order to close it.
 *
 * <p>Where the allocator could not allocate a key, {@link #put} throws
 * {@link dev.heapwright.heap.HeapExhaustedError}, and the index has what it had.
 *
 * <p>It needs an allocator, and with it every program that uses it. Which one that is, the program's build decides.
 */
@NeedsAllocator
public final class OffHeapIndex implements AutoCloseable {
    private static final long SMALLEST_TABLE = 16;

    private final KeyArena keys = new KeyArena();
    private SlotTable table = new SlotTable(SMALLEST_TABLE);
    private boolean closed;

    /**
     * Makes an empty index.
     *
     * @throws dev.heapwright.heap.HeapExhaustedError if there is no memory even for that
     */
    public OffHeapIndex() {}

    /**
     * Sets the value of a key, whether it is there already or not.
     *
     * @param key any string of whole characters, the empty one too
     * @param value any number
     * @throws IllegalArgumentException if the key has half of a surrogate pair, which UTF-8 cannot express
     * @throws IllegalStateException if the index is closed
     */
    public void put(String key, long value) {
        checkOpen();
        Key encoded = Key.of(key);
        long slot = table.find(encoded, keys);
        if (!SlotTable.isEmpty(slot)) {
            SlotTable.setValue(slot, value);
            return;
        }
        // All that can fail comes before anything is written.
        keys.ensureRoom(encoded.utf8().length);
        if (table.isFull()) {
            growTable();
            slot = table.find(encoded, keys);
        }
        table.fill(slot, encoded, keys.add(encoded.utf8()), value);
    }

    /**
     * {@return the value of a key, or nothing if the index does not have it}
     *
     * @param key as for {@link #put}
     * @throws IllegalArgumentException as {@link #put}
     * @throws IllegalStateException if the index is closed
     */
    public OptionalLong get(String key) {
        checkOpen();
        long slot = table.find(Key.of(key), keys);
        return SlotTable.isEmpty(slot) ? OptionalLong.empty() : OptionalLong.of(SlotTable.value(slot));
    }

    /**
     * {@return whether the index has the key}
     *
     * @param key as for {@link #put}
     * @throws IllegalArgumentException as {@link #put}
     * @throws IllegalStateException if the index is closed
     */
    public boolean containsKey(String key) {
        checkOpen();
        return !SlotTable.isEmpty(table.find(Key.of(key), keys));
    }

    /**
     * {@return how many keys the index has}
     *
     * @throws IllegalStateException if the index is closed
     */
    public long size() {
        checkOpen();
        return table.used();
    }

    /**
     * {@return how many bytes of native memory the index has, used or not}
     *
     * @throws IllegalStateException if the index is closed
     */
    public long bytesAllocated() {
        checkOpen();
        return keys.bytesAllocated() + table.bytesAllocated();
    }

    /** Gives the memory back. A second time it does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                keys.free();
            } finally {
                table.free();
            }
        }
    }

    private void growTable() {
        SlotTable old = table;
        table = old.doubled();
        old.free();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the index is closed");
        }
    }
}
