package com.example.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotTableTest {
    private final KeyArena keys = new KeyArena();
    private SlotTable table = new SlotTable(16);

    @AfterEach
    void free() {
        keys.free();
        table.free();
    }

    @Test
    void keysWithTheSameHashAreDistinguished() {
        add(key("one", 7), 1);
        add(key("two", 7), 2);
        add(key("three", 7), 3);
        assertEquals(1, SlotTable.value(table.find(key("one", 7), keys)));
        assertEquals(2, SlotTable.value(table.find(key("two", 7), keys)));
        assertEquals(3, SlotTable.value(table.find(key("three", 7), keys)));
        assertTrue(SlotTable.isEmpty(table.find(key("four", 7), keys)));
        assertTrue(SlotTable.isEmpty(table.find(key("tw", 7), keys)));
    }

    @Test
    void keysAtTheEndOfTheTableContinueAtItsStart() {
        add(key("a", 15), 1);
        add(key("b", 15), 2);
        add(key("c", 31), 3);
        assertEquals(2, SlotTable.value(table.find(key("b", 15), keys)));
        assertEquals(3, SlotTable.value(table.find(key("c", 31), keys)));
        assertNotEquals(table.find(key("a", 15), keys), table.find(key("c", 31), keys));
    }

    @Test
    void theTableIsFullAtThreeQuarters() {
        for (int i = 1; i <= 11; i++) {
            add(key("key " + i, i), i);
            assertFalse(table.isFull(), "with " + i);
        }
        add(key("key 12", 12), 12);
        assertTrue(table.isFull());
    }

    @Test
    void theDoubledTableHasTheSameKeys() {
        for (int i = 1; i <= 12; i++) {
            add(key("key " + i, i * 5), i);
        }
        SlotTable small = table;
        table = small.doubled();
        small.free();
        assertEquals(12, table.used());
        assertEquals(32 * 32, table.bytesAllocated());
        for (int i = 1; i <= 12; i++) {
            assertEquals(i, SlotTable.value(table.find(key("key " + i, i * 5), keys)));
        }
    }

    private void add(Key key, long value) {
        keys.ensureRoom(key.utf8().length);
        table.fill(table.find(key, keys), key, keys.add(key.utf8()), value);
    }

    private static Key key(String string, long hash) {
        return new Key(string.getBytes(StandardCharsets.UTF_8), hash);
    }
}
