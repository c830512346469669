package dev.heapwright.memory;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;

/**
 * Reads, writes, copies and compares memory at addresses.
 *
 * <p>Values are in the byte order of the machine, and an address need not be aligned. Access is plain: another thread
 * may see it late, in a different order, or partially; use {@link OrderedMemory} if that matters.
 *
 * <p>The caller must ensure that all accessed bytes are in live memory; this cannot be checked, and the behaviour is
 * undefined otherwise. The methods for ranges do nothing if the count is 0, at any address.
 *
 * <p>All methods throw {@link NativeUnavailableError} on a JVM that denies native access to this module.
 */
public final class Memory {
    private Memory() {}

    /** {@return the byte at {@code address}} */
    public static byte getByte(long address) {
        return Platform.FOREIGN ? ForeignMemory.getByte(address) : UnsafeMemory.getByte(address);
    }

    /** Writes {@code value} to the byte at {@code address}. */
    public static void putByte(long address, byte value) {
        if (Platform.FOREIGN) {
            ForeignMemory.putByte(address, value);
        } else {
            UnsafeMemory.putByte(address, value);
        }
    }

    /** {@return whether the byte at {@code address} is not 0} */
    public static boolean getBoolean(long address) {
        return getByte(address) != 0;
    }

    /** Writes {@code true} as 1, {@code false} as 0, to the byte at {@code address}. */
    public static void putBoolean(long address, boolean value) {
        putByte(address, (byte) (value ? 1 : 0));
    }

    /** {@return the {@code short} in the 2 bytes at {@code address}} */
    public static short getShort(long address) {
        return Platform.FOREIGN ? ForeignMemory.getShort(address) : UnsafeMemory.getShort(address);
    }

    /** Writes a {@code short} to the 2 bytes at {@code address}. */
    public static void putShort(long address, short value) {
        if (Platform.FOREIGN) {
            ForeignMemory.putShort(address, value);
        } else {
            UnsafeMemory.putShort(address, value);
        }
    }

    /** {@return the {@code char} in the 2 bytes at {@code address}} */
    public static char getChar(long address) {
        return (char) getShort(address);
    }

    /** Writes a {@code char} to the 2 bytes at {@code address}. */
    public static void putChar(long address, char value) {
        putShort(address, (short) value);
    }

    /** {@return the {@code int} in the 4 bytes at {@code address}} */
    public static int getInt(long address) {
        return Platform.FOREIGN ? ForeignMemory.getInt(address) : UnsafeMemory.getInt(address);
    }

    /** Writes an {@code int} to the 4 bytes at {@code address}. */
    public static void putInt(long address, int value) {
        if (Platform.FOREIGN) {
            ForeignMemory.putInt(address, value);
        } else {
            UnsafeMemory.putInt(address, value);
        }
    }

    /** {@return the {@code long} in the 8 bytes at {@code address}} */
    public static long getLong(long address) {
        return Platform.FOREIGN ? ForeignMemory.getLong(address) : UnsafeMemory.getLong(address);
    }

    /** Writes a {@code long} to the 8 bytes at {@code address}. */
    public static void putLong(long address, long value) {
        if (Platform.FOREIGN) {
            ForeignMemory.putLong(address, value);
        } else {
            UnsafeMemory.putLong(address, value);
        }
    }

    /** {@return the {@code float} in the 4 bytes at {@code address}} */
    public static float getFloat(long address) {
        return Float.intBitsToFloat(getInt(address));
    }

    /** Writes a {@code float} to the 4 bytes at {@code address}. */
    public static void putFloat(long address, float value) {
        putInt(address, Float.floatToRawIntBits(value));
    }

    /** {@return the {@code double} in the 8 bytes at {@code address}} */
    public static double getDouble(long address) {
        return Double.longBitsToDouble(getLong(address));
    }

    /** Writes a {@code double} to the 8 bytes at {@code address}. */
    public static void putDouble(long address, double value) {
        putLong(address, Double.doubleToRawLongBits(value));
    }

    /**
     * Copies bytes, as if through a temporary copy: the two ranges may overlap.
     *
     * @param source the address to copy from
     * @param target the address to copy to
     * @param bytes how many, 0 or more
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public static void copy(long source, long target, long bytes) {
        if (isEmpty(bytes)) {
            return;
        }
        if (Platform.FOREIGN) {
            ForeignMemory.copy(source, target, bytes);
        } else {
            UnsafeMemory.copy(source, target, bytes);
        }
    }

    /**
     * Sets each byte of a range.
     *
     * @param address of the first byte
     * @param bytes how many, 0 or more
     * @param value that each byte is set to
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public static void fill(long address, long bytes, byte value) {
        if (isEmpty(bytes)) {
            return;
        }
        if (Platform.FOREIGN) {
            ForeignMemory.fill(address, bytes, value);
        } else {
            UnsafeMemory.fill(address, bytes, value);
        }
    }

    /**
     * Compares two ranges of the same length by the first byte that differs, as unsigned values, in the order of {@link
     * java.util.Arrays#compareUnsigned(byte[], byte[])}.
     *
     * @param a the address of one
     * @param b the address of the other
     * @param bytes how many, 0 or more
     * @return negative if {@code a} is less, positive if it is greater, 0 if they are equal
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public static int compare(long a, long b, long bytes) {
        long index = mismatch(a, b, bytes);
        return index < 0 ? 0 : Byte.compareUnsigned(getByte(a + index), getByte(b + index));
    }

    /**
     * Finds the first byte in which two ranges of the same length differ.
     *
     * @param a the address of one
     * @param b the address of the other
     * @param bytes how many, 0 or more
     * @return its index, from 0 to {@code bytes - 1}; -1 if there is none
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public static long mismatch(long a, long b, long bytes) {
        if (isEmpty(bytes)) {
            return -1;
        }
        return Platform.FOREIGN ? ForeignMemory.mismatch(a, b, bytes) : UnsafeMemory.mismatch(a, b, bytes);
    }

    /**
     * Copies bytes to an array.
     *
     * @param source the address to copy from
     * @param target the array
     * @param offset the index in the array to begin at
     * @param length how many bytes, 0 or more
     * @throws IndexOutOfBoundsException if {@code offset} or {@code length} is negative or their sum exceeds the
     *     array's length; then nothing is copied
     */
    public static void copyToArray(long source, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return;
        }
        if (Platform.FOREIGN) {
            ForeignMemory.copyToArray(source, target, offset, length);
        } else {
            UnsafeMemory.copyToArray(source, target, offset, length);
        }
    }

    /**
     * Copies bytes from an array.
     *
     * @param source the array
     * @param offset the index in the array to begin at
     * @param target the address to copy to
     * @param length how many bytes, 0 or more
     * @throws IndexOutOfBoundsException if {@code offset} or {@code length} is negative or their sum exceeds the
     *     array's length; then nothing is copied
     */
    public static void copyFromArray(byte[] source, int offset, long target, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        if (length == 0) {
            return;
        }
        if (Platform.FOREIGN) {
            ForeignMemory.copyFromArray(source, offset, target, length);
        } else {
            UnsafeMemory.copyFromArray(source, offset, target, length);
        }
    }

    /**
     * Creates a direct buffer that shares the memory. The buffer does not own the memory; its user must ensure that the
     * bytes are live. The buffer is initially big-endian, like all buffers, its position is 0 and its limit is its
     * capacity.
     *
     * @param address of the first byte
     * @param size the buffer's capacity in bytes, from 0 to 2<sup>31</sup> - 9
     * @return the buffer
     * @throws IllegalArgumentException if {@code size} is negative or too large
     */
    public static ByteBuffer byteBuffer(long address, int size) {
        return Buffers.of(address, size);
    }

    /**
     * Creates a direct buffer of {@code short} values in native byte order that shares the memory, as
     * {@link #byteBuffer} does with bytes. A loop over its indices can be vectorised, where one over addresses cannot.
     *
     * @param address of the first value; it need not be aligned
     * @param count the buffer's capacity in values, from 0 to 2<sup>31</sup> - 9 bytes
     * @return the buffer
     * @throws IllegalArgumentException if {@code count} is negative or too large
     */
    public static ShortBuffer shortBuffer(long address, int count) {
        return Buffers.ofValues(address, count, Short.BYTES).asShortBuffer();
    }

    /** Like {@link #shortBuffer}, with {@code char} values. */
    public static CharBuffer charBuffer(long address, int count) {
        return Buffers.ofValues(address, count, Character.BYTES).asCharBuffer();
    }

    /** Like {@link #shortBuffer}, with {@code int} values. */
    public static IntBuffer intBuffer(long address, int count) {
        return Buffers.ofValues(address, count, Integer.BYTES).asIntBuffer();
    }

    /** Like {@link #shortBuffer}, with {@code long} values. */
    public static LongBuffer longBuffer(long address, int count) {
        return Buffers.ofValues(address, count, Long.BYTES).asLongBuffer();
    }

    /** Like {@link #shortBuffer}, with {@code float} values. */
    public static FloatBuffer floatBuffer(long address, int count) {
        return Buffers.ofValues(address, count, Float.BYTES).asFloatBuffer();
    }

    /** Like {@link #shortBuffer}, with {@code double} values. */
    public static DoubleBuffer doubleBuffer(long address, int count) {
        return Buffers.ofValues(address, count, Double.BYTES).asDoubleBuffer();
    }

    private static boolean isEmpty(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is negative: " + bytes);
        }
        return bytes == 0;
    }
}
