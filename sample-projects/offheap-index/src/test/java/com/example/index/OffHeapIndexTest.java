package com.example.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.heap.HeapExhaustedError;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffHeapIndexTest {
    private final OffHeapIndex index = new OffHeapIndex();

    @AfterEach
    void everyBlockIsGivenBack() {
        TestBinding.failNoMore();
        index.close();
        assertEquals(0, TestBinding.livingBlocks());
    }

    @Test
    void anEmptyIndexHasNoKey() {
        assertEquals(0, index.size());
        assertFalse(index.containsKey(""));
        assertEquals(OptionalLong.empty(), index.get("key"));
    }

    @Test
    void itBehavesLikeAHashMap() {
        Random random = new Random(5);
        Map<String, Long> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String key = "key " + random.nextInt(50_000);
            if (random.nextBoolean()) {
                long value = random.nextLong();
                index.put(key, value);
                expected.put(key, value);
            } else {
                assertEquals(expected.containsKey(key), index.containsKey(key), key);
                assertEquals(optional(expected.get(key)), index.get(key), key);
            }
        }
        assertEquals(expected.size(), index.size());
        expected.forEach((key, value) -> assertEquals(OptionalLong.of(value), index.get(key), key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0\0", "?", "ä", "a\u0308", "日本", "𝄞", "ab\tc\n"})
    void anyStringOfWholeCharactersIsAKey(String key) {
        index.put(key, -1);
        assertEquals(OptionalLong.of(-1), index.get(key));
        assertFalse(index.containsKey(key + "\0"));
        assertFalse(index.containsKey("x" + key));
        assertEquals(1, index.size());
    }

    /** In the table, a hash of 0 stands for no key. This string was found by inverting XXH64. */
    @Test
    void aStringWhoseHashIsZeroIsAKey() {
        String key = "k0000171Xc]FVhj7";
        assertEquals(0, XxHash64.hash(key.getBytes(StandardCharsets.UTF_8)));
        index.put(key, 1);
        assertEquals(OptionalLong.of(1), index.get(key));
        index.put(key, 2);
        assertEquals(1, index.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD834", "\uDD1E", "a\uD834b", "\uDD1E\uD834", "𝄞\uD834"})
    void halfOfASurrogatePairIsRefused(String key) {
        index.put("?", 1);
        assertThrows(IllegalArgumentException.class, () -> index.put(key, 2));
        assertThrows(IllegalArgumentException.class, () -> index.get(key));
        assertThrows(IllegalArgumentException.class, () -> index.containsKey(key));
        assertEquals(1, index.size());
    }

    @Test
    void aKeyCanBeLong() {
        String megabytes = "0123456789".repeat(500_000);
        index.put("short", 1);
        index.put(megabytes, 2);
        index.put(megabytes + "x", 3);
        assertEquals(OptionalLong.of(1), index.get("short"));
        assertEquals(OptionalLong.of(2), index.get(megabytes));
        assertEquals(OptionalLong.of(3), index.get(megabytes + "x"));
        assertFalse(index.containsKey(megabytes + "y"));
    }

    @Test
    void aLaterValueReplacesAnEarlierOneWithoutTakingMemory() {
        index.put("key", 1);
        long bytes = index.bytesAllocated();
        for (int i = 0; i < 100_000; i++) {
            index.put("key", i);
        }
        assertEquals(OptionalLong.of(99_999), index.get("key"));
        assertEquals(1, index.size());
        assertEquals(bytes, index.bytesAllocated());
    }

    @Test
    void itReportsItsMemory() {
        for (int i = 0; i < 10_000; i++) {
            index.put("key " + i, i);
        }
        // The binding rounds up the size of each of the two blocks, of which the table makes no use.
        long living = TestBinding.livingBytes();
        assertTrue(living - index.bytesAllocated() < 24, living + " living, " + index.bytesAllocated() + " told");
        assertTrue(index.bytesAllocated() <= living);
    }

    @Test
    void ifThereIsNoMemoryItIsUnchanged() {
        Map<String, Long> expected = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            String key = "key " + i;
            // First no allocation succeeds, then one: enough for more keys, but not for a larger table as well.
            for (int allocations = 0; allocations < 2; allocations++) {
                TestBinding.failAfter(allocations);
                try {
                    index.put(key, i);
                    break;
                } catch (HeapExhaustedError e) {
                    assertFalse(index.containsKey(key));
                    assertEquals(expected.size(), index.size());
                    expected.forEach((k, v) -> assertEquals(OptionalLong.of(v), index.get(k), k));
                }
            }
            TestBinding.failNoMore();
            index.put(key, i);
            expected.put(key, (long) i);
        }
        assertEquals(3_000, index.size());
        expected.forEach((k, v) -> assertEquals(OptionalLong.of(v), index.get(k), k));
    }

    @Test
    void ifThereIsNoMemoryForAnEmptyIndexNothingIsLeaked() {
        long before = TestBinding.livingBlocks();
        TestBinding.failAfter(0);
        assertThrows(HeapExhaustedError.class, OffHeapIndex::new);
        assertEquals(before, TestBinding.livingBlocks());
    }

    @Test
    void closingFreesTheMemoryOnce() {
        index.put("key", 1);
        index.close();
        assertEquals(0, TestBinding.livingBlocks());
        index.close();
    }

    @Test
    void aClosedIndexRefusesEverything() {
        index.put("key", 1);
        index.close();
        assertThrows(IllegalStateException.class, () -> index.put("key", 2));
        assertThrows(IllegalStateException.class, () -> index.get("key"));
        assertThrows(IllegalStateException.class, () -> index.containsKey("key"));
        assertThrows(IllegalStateException.class, index::size);
        assertThrows(IllegalStateException.class, index::bytesAllocated);
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
