package com.example.httpcache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values by key, in direct buffers, with a limit on their total size. If there is no room for a value, the least
 * recently used ones are evicted. Thread-safe.
 */
final class LruCache implements AutoCloseable {
    private final ByteBufAllocator allocator;
    private final long capacity;
    /** The least recently used one is first. */
    private final Map<String, ByteBuf> values = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private long hits;
    private long misses;
    private long evictions;

    /**
     * Creates an empty cache.
     *
     * @param allocator of the values
     * @param capacity the maximum total size of the values, in bytes
     */
    LruCache(ByteBufAllocator allocator, long capacity) {
        this.allocator = allocator;
        this.capacity = capacity;
    }

    /**
     * {@return the value, if there is one; the caller releases it, and it remains valid even if it is evicted before}
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
     * Stores a copy of a value, replacing the previous one of the key.
     *
     * @param key of the value
     * @param value its readable bytes; it remains the caller's
     * @return whether it was stored; if it is larger than the whole cache, it is not, and the old one remains
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
            // Even if the map could not grow, it may contain the value.
            values.remove(key);
            copy.release();
            throw e;
        }
        bytes += size;
        return true;
    }

    /**
     * Removes a value.
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

    /** {@return the statistics so far} */
    synchronized Statistics statistics() {
        return new Statistics(hits, misses, evictions, values.size(), bytes);
    }

    /** Removes all values. */
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
     * The statistics of a cache.
     *
     * @param hits how often a requested value was found
     * @param misses how often it was not found
     * @param evictions how many values were evicted
     * @param values the number of values
     * @param bytes their total size
     */
    record Statistics(long hits, long misses, long evictions, int values, long bytes) {}
}
