package dev.heapwright.memory;

/**
 * {@link OrderedMemory} through {@code sun.misc.Unsafe}. Reads are volatile, because it has no acquiring reads; writes
 * are volatile except where it has a releasing one.
 */
final class UnsafeOrderedMemory {
    private UnsafeOrderedMemory() {}

    static byte getByte(long address) {
        return UnsafeMemory.UNSAFE.getByteVolatile(null, address);
    }

    static void putByte(long address, byte value) {
        UnsafeMemory.UNSAFE.putByteVolatile(null, address, value);
    }

    static short getShort(long address) {
        return UnsafeMemory.UNSAFE.getShortVolatile(null, aligned(address, Short.BYTES));
    }

    static void putShort(long address, short value) {
        UnsafeMemory.UNSAFE.putShortVolatile(null, aligned(address, Short.BYTES), value);
    }

    static int getInt(long address) {
        return UnsafeMemory.UNSAFE.getIntVolatile(null, aligned(address, Integer.BYTES));
    }

    static void putInt(long address, int value) {
        UnsafeMemory.UNSAFE.putIntVolatile(null, aligned(address, Integer.BYTES), value);
    }

    static void putIntRelease(long address, int value) {
        UnsafeMemory.UNSAFE.putOrderedInt(null, aligned(address, Integer.BYTES), value);
    }

    static boolean compareAndSetInt(long address, int expected, int value) {
        return UnsafeMemory.UNSAFE.compareAndSwapInt(null, aligned(address, Integer.BYTES), expected, value);
    }

    static int getAndAddInt(long address, int delta) {
        return UnsafeMemory.UNSAFE.getAndAddInt(null, aligned(address, Integer.BYTES), delta);
    }

    static long getLong(long address) {
        return UnsafeMemory.UNSAFE.getLongVolatile(null, aligned(address, Long.BYTES));
    }

    static void putLong(long address, long value) {
        UnsafeMemory.UNSAFE.putLongVolatile(null, aligned(address, Long.BYTES), value);
    }

    static void putLongRelease(long address, long value) {
        UnsafeMemory.UNSAFE.putOrderedLong(null, aligned(address, Long.BYTES), value);
    }

    static boolean compareAndSetLong(long address, long expected, long value) {
        return UnsafeMemory.UNSAFE.compareAndSwapLong(null, aligned(address, Long.BYTES), expected, value);
    }

    static long getAndAddLong(long address, long delta) {
        return UnsafeMemory.UNSAFE.getAndAddLong(null, aligned(address, Long.BYTES), delta);
    }

    private static long aligned(long address, int bytes) {
        if ((address & (bytes - 1)) != 0) {
            throw new IllegalArgumentException("address is not a multiple of " + bytes + ": " + address);
        }
        return address;
    }
}
