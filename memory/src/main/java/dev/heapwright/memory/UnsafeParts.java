package dev.heapwright.memory;

import java.nio.ByteOrder;

/** Values at any address, composed of two halves, for machines that may trap on unaligned access. */
final class UnsafeParts {
    private static final boolean BIG_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    private UnsafeParts() {}

    /** Initialises this class, at a time when the stack is deep enough. */
    static void initialise() {}

    static short getShort(long address) {
        byte low = UnsafeMemory.getByte(address + (BIG_ENDIAN ? 1 : 0));
        byte high = UnsafeMemory.getByte(address + (BIG_ENDIAN ? 0 : 1));
        return (short) (high << 8 | low & 0xFF);
    }

    static void putShort(long address, short value) {
        UnsafeMemory.putByte(address + (BIG_ENDIAN ? 1 : 0), (byte) value);
        UnsafeMemory.putByte(address + (BIG_ENDIAN ? 0 : 1), (byte) (value >> 8));
    }

    static int getInt(long address) {
        short low = getShort(address + (BIG_ENDIAN ? 2 : 0));
        short high = getShort(address + (BIG_ENDIAN ? 0 : 2));
        return high << 16 | low & 0xFFFF;
    }

    static void putInt(long address, int value) {
        putShort(address + (BIG_ENDIAN ? 2 : 0), (short) value);
        putShort(address + (BIG_ENDIAN ? 0 : 2), (short) (value >> 16));
    }

    static long getLong(long address) {
        int low = getInt(address + (BIG_ENDIAN ? 4 : 0));
        int high = getInt(address + (BIG_ENDIAN ? 0 : 4));
        return (long) high << 32 | low & 0xFFFF_FFFFL;
    }

    static void putLong(long address, long value) {
        putInt(address + (BIG_ENDIAN ? 4 : 0), (int) value);
        putInt(address + (BIG_ENDIAN ? 0 : 4), (int) (value >> 32));
    }
}
