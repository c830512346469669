package com.example.httpcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.netty.HeapByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LruCacheTest {
    private final HeapByteBufAllocator allocator = new HeapByteBufAllocator();
    private final LruCache cache = new LruCache(allocator, 100);

    @AfterEach
    void nothingIsLeft() {
        cache.close();
        assertEquals(0, allocator.metric().usedDirectMemory());
    }

    private boolean put(String key, int size) {
        return cache.put(key, Unpooled.buffer(size).writeZero(size).setByte(0, key.charAt(0)));
    }

    private boolean has(String key) {
        Optional<ByteBuf> value = cache.get(key);
        value.ifPresent(found -> {
            assertEquals(key.charAt(0), found.getByte(0));
            found.release();
        });
        return value.isPresent();
    }

    @Test
    void aStoredValueIsFound() {
        assertTrue(put("a", 10));
        assertTrue(has("a"));
        assertFalse(has("b"));
        assertEquals(new LruCache.Statistics(1, 1, 0, 1, 10), cache.statistics());
    }

    /** {@link #nothingIsLeft} checks that the copy, which was allocated by then, was released. */
    @Test
    void aValueThatCannotBeCopiedIsNotStored() {
        ByteBuf released = Unpooled.buffer(10).writeZero(10);
        released.release();
        assertThrows(RuntimeException.class, () -> cache.put("a", released));
        assertFalse(has("a"));
        assertTrue(put("a", 10));
    }

    @Test
    void theLeastRecentlyUsedValueIsEvictedFirst() {
        put("a", 40);
        put("b", 40);
        assertTrue(has("a"));
        put("c", 40);
        assertTrue(has("a"));
        assertFalse(has("b"));
        assertTrue(has("c"));
        assertEquals(1, cache.statistics().evictions());
    }

    @Test
    void asManyAreEvictedAsNecessary() {
        for (String key : new String[] {"a", "b", "c", "d", "e"}) {
            put(key, 20);
        }
        assertEquals(100, cache.statistics().bytes());
        put("f", 41);
        assertEquals(3, cache.statistics().evictions());
        assertEquals(81, cache.statistics().bytes());
        assertFalse(has("c"));
        assertTrue(has("d"));
    }

    @Test
    void aValueLargerThanTheCacheIsNotStoredAndEvictsNothing() {
        put("a", 40);
        assertFalse(put("b", 101));
        assertTrue(has("a"));
        assertTrue(put("b", 100));
        assertFalse(has("a"));
    }

    @Test
    void aNewValueReplacesTheOld() {
        put("a", 60);
        put("a", 90);
        assertEquals(new LruCache.Statistics(0, 0, 0, 1, 90), cache.statistics());
        assertEquals(90, allocator.metric().usedDirectMemory());
    }

    @Test
    void aRemovedValueIsGone() {
        put("a", 60);
        assertTrue(cache.remove("a"));
        assertFalse(cache.remove("a"));
        assertFalse(has("a"));
        assertEquals(0, allocator.metric().usedDirectMemory());
    }

    @Test
    void aValueThatIsBeingReadOutlivesItsEviction() {
        put("a", 60);
        ByteBuf value = cache.get("a").orElseThrow();
        put("b", 60);
        assertFalse(has("a"));
        assertEquals('a', value.getByte(0));
        assertEquals(120, allocator.metric().usedDirectMemory());
        value.release();
        assertEquals(60, allocator.metric().usedDirectMemory());
    }
}
