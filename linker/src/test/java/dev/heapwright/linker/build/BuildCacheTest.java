package dev.heapwright.linker.build;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BuildCacheTest {
    @Test
    void anObjectIsCachedForOneBuildOnly() {
        BuildCache cache = BuildCache.inMemory();
        StringBuilder first = cache.get(StringBuilder.class, StringBuilder::new);
        assertSame(first, cache.get(StringBuilder.class, StringBuilder::new));
        assertNotSame(first, BuildCache.inMemory().get(StringBuilder.class, StringBuilder::new));
    }

    @Test
    void somethingDoneIsRecordedOnce() {
        BuildCache cache = BuildCache.inMemory();
        assertFalse(cache.isMarked("folder"));
        assertTrue(cache.mark("folder"));
        assertFalse(cache.mark("folder"));
        assertTrue(cache.isMarked("folder"));
        assertTrue(cache.mark("another"));
    }
}
