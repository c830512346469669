package com.example.httpcache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values by key, in direct buffers, of a bounded size together. Where a value finds no room, those that were not asked for
 * for the longest time have to go. Safe for use by several threads.
 */
final class LruCache implements AutoCloseable {
    private final ByteBufAllocator allocator;
    private final long capacity;
    /** The one that was not asked for for the longest time is first. */
    private final Map<String, ByteBuf> values = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private long hits;
    private long misses;
    private long evictions;

    /**
     * Makes an empty cache.
     *
     * @param allocator of the values
     * @param capacity how many bytes the values may have together
     */
    LruCache(ByteBufAllocator allocator, long capacity) {
        this.allocator = allocator;
        this.capacity = capacity;
    }

    /**
     * {@return the value, if there is one; the caller releases it, and it stays as it is though it be evicted before}
     *
     * @param key of the value
     */
    synchronized Optional<ByteBuf> get(String key) {
        ByteBuf value = values.get(key);
        if (value == null) {
            misses++;
            return Optional.empty();
        }
        hits++;
        return Optional.of(value.retainedDuplicate());
    }

    /**
     * Keeps a copy of a value, in place of the one that the key had before.
     *
     * @param key of the value
     * @param value its readable bytes; it remains the caller's
     * @return whether it is kept; it is not, and the old one stays, if it has more bytes than the cache may have
     */
    synchronized boolean put(String key, ByteBuf value) {
        int size = value.readableBytes();
        if (size > capacity) {
            return false;
        }
        remove(key);
        evictTo(capacity - size);
        ByteBuf copy = allocator.directBuffer(size, size);
        try {
            values.put(key, copy.writeBytes(value, value.readerIndex(), size));
        } catch (RuntimeException | Error e) {
            // A map that finds no room to grow may have it all the same.
            values.remove(key);
            copy.release();
            throw e;
        }
        bytes += size;
        return true;
    }

    /**
     * Forgets a value.
     *
     * @param key of the value
     * @return whether there was one
     */
    synchronized boolean remove(String key) {
        ByteBuf value = values.remove(key);
        if (value == null) {
            return false;
        }
        drop(value);
        return true;
    }

    /** {@return what has happened so far, and what there is now} */
    synchronized Statistics statistics() {
        return new Statistics(hits, misses, evictions, values.size(), bytes);
    }

    /** Forgets all values. */
    @Override
    public synchronized void close() {
        values.values().forEach(this::drop);
        values.clear();
    }

    private void evictTo(long room) {
        Iterator<ByteBuf> eldest = values.values().iterator();
        while (bytes > room) {
            drop(eldest.next());
            eldest.remove();
            evictions++;
        }
    }

    private void drop(ByteBuf value) {
        bytes -= value.capacity();
        value.release();
    }

    /**
     * What a cache has to tell.
     *
     * @param hits how often a value that was asked for was there
     * @param misses how often it was not
     * @param evictions how many values had to go
     * @param values how many there are
     * @param bytes how many these have
     */
    record Statistics(long hits, long misses, long evictions, int values, long bytes) {}
}
