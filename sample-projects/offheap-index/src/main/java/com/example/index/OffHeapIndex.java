package com.example.index;

import dev.heapwright.annotations.NeedsAllocator;
import java.util.OptionalLong;

/**
 * An index from strings to numbers in native memory: however many keys it has, the garbage collector sees three small
 * objects. Close it to free the memory; nothing else does.
 *
 * <p>There is one block for the keys, as UTF-8, and one for an open-addressing hash table. Not thread-safe: threads
 * that share an index must use a lock, also for closing it.
 *
 * <p>If the allocator has no memory for a key, {@link #put} throws {@link dev.heapwright.heap.HeapExhaustedError}, and
 * the index is unchanged.
 *
 * <p>It needs an allocator, and so does every program that uses it. The program's build determines which one.
 */
@NeedsAllocator
public final class OffHeapIndex implements AutoCloseable {
    private static final long SMALLEST_TABLE = 16;

    private final KeyArena keys = new KeyArena();
    private SlotTable table = new SlotTable(SMALLEST_TABLE);
    private boolean closed;

    /**
     * Creates an empty index.
     *
     * @throws dev.heapwright.heap.HeapExhaustedError if there is no memory even for that
     */
    public OffHeapIndex() {}

    /**
     * Sets the value of a key, whether or not the index has the key already.
     *
     * @param key any string without unpaired surrogates, including the empty one
     * @param value any number
     * @throws IllegalArgumentException if the key contains an unpaired surrogate, which UTF-8 cannot express
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
        // Everything that can fail is done before anything is written.
        keys.ensureRoom(encoded.utf8().length);
        if (table.isFull()) {
            growTable();
            slot = table.find(encoded, keys);
        }
        table.fill(slot, encoded, keys.add(encoded.utf8()), value);
    }

    /**
     * {@return the value of a key, or empty if the index does not have the key}
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
     * {@return the number of keys}
     *
     * @throws IllegalStateException if the index is closed
     */
    public long size() {
        checkOpen();
        return table.used();
    }

    /**
     * {@return the size of the index's native memory in bytes, used or not}
     *
     * @throws IllegalStateException if the index is closed
     */
    public long bytesAllocated() {
        checkOpen();
        return keys.bytesAllocated() + table.bytesAllocated();
    }

    /** Frees the memory. Closing it again does nothing. */
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
