package com.acme.map;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** A map outside the Java heap: from any long but 0 to any long. For one thread at a time. */
public final class LongMap implements AutoCloseable {
    private static final Unsafe UNSAFE = unsafe();
    private static final int FEWEST = 16;

    /** A key, 0 if there is none, and its value. */
    private static final long SLOT = 16;

    private long table;
    private int slots;
    private int size;

    public LongMap() {
        makeTable(FEWEST);
    }

    public long get(long key, long otherwise) {
        long slot = find(key);
        return UNSAFE.getLong(slot) == 0 ? otherwise : UNSAFE.getLong(slot + 8);
    }

    public void put(long key, long value) {
        if (2 * size >= slots) {
            grow();
        }
        long slot = find(key);
        if (UNSAFE.getLong(slot) == 0) {
            UNSAFE.putLong(slot, key);
            size++;
        }
        UNSAFE.putLong(slot + 8, value);
    }

    public int size() {
        return size;
    }

    public void clear() {
        makeTable(FEWEST);
    }

    @Override
    public void close() {
        UNSAFE.freeMemory(table);
    }

    private void grow() {
        long old = table;
        long end = old + slots * SLOT;
        makeTable(2 * slots);
        for (long slot = old; slot < end; slot += SLOT) {
            if (UNSAFE.getLong(slot) != 0) {
                put(UNSAFE.getLong(slot), UNSAFE.getLong(slot + 8));
            }
        }
        UNSAFE.freeMemory(old);
    }

    /** The slot of a key, or the one where it is to be put. */
    private long find(long key) {
        int index = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (slots - 1);
        long slot = table + index * SLOT;
        while (UNSAFE.getLong(slot) != 0 && UNSAFE.getLong(slot) != key) {
            index = (index + 1) & (slots - 1);
            slot = table + index * SLOT;
        }
        return slot;
    }

    private void makeTable(int count) {
        table = UNSAFE.allocateMemory(count * SLOT);
        UNSAFE.setMemory(table, count * SLOT, (byte) 0);
        slots = count;
        size = 0;
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
