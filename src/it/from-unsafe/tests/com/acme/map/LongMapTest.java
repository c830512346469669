package com.acme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LongMapTest {
    @Test
    void returnsWhatWasPut() {
        try (LongMap map = new LongMap()) {
            for (long key = 1; key <= 1000; key++) {
                map.put(key, -key);
            }
            map.put(7, 77);
            assertEquals(1000, map.size());
            assertEquals(77, map.get(7, 0));
            assertEquals(-1000, map.get(1000, 0));
            assertEquals(5, map.get(1001, 5));
        }
    }

    @Test
    void isEmptyAfterItWasCleared() {
        try (LongMap map = new LongMap()) {
            map.put(7, 77);
            map.clear();
            assertEquals(0, map.size());
            assertEquals(0, map.get(7, 0));
        }
    }
}
