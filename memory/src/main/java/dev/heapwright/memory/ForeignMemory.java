package dev.heapwright.memory;

import static dev.heapwright.memory.ForeignSpace.all;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** {@link Memory} through the FFM API. */
final class ForeignMemory {
    private ForeignMemory() {}

    static byte getByte(long address) {
        return all().get(JAVA_BYTE, address);
    }

    static void putByte(long address, byte value) {
        all().set(JAVA_BYTE, address, value);
    }

    static short getShort(long address) {
        return all().get(JAVA_SHORT_UNALIGNED, address);
    }

    static void putShort(long address, short value) {
        all().set(JAVA_SHORT_UNALIGNED, address, value);
    }

    static int getInt(long address) {
        return all().get(JAVA_INT_UNALIGNED, address);
    }

    static void putInt(long address, int value) {
        all().set(JAVA_INT_UNALIGNED, address, value);
    }

    static long getLong(long address) {
        return all().get(JAVA_LONG_UNALIGNED, address);
    }

    static void putLong(long address, long value) {
        all().set(JAVA_LONG_UNALIGNED, address, value);
    }

    static void copy(long source, long target, long bytes) {
        MemorySegment.copy(all(), source, all(), target, bytes);
    }

    static void fill(long address, long bytes, byte value) {
        all().asSlice(address, bytes).fill(value);
    }

    static long mismatch(long a, long b, long bytes) {
        return MemorySegment.mismatch(all(), a, a + bytes, all(), b, b + bytes);
    }

    static void copyToArray(long source, byte[] target, int offset, int length) {
        MemorySegment.copy(all(), JAVA_BYTE, source, target, offset, length);
    }

    static void copyFromArray(byte[] source, int offset, long target, int length) {
        MemorySegment.copy(source, offset, all(), JAVA_BYTE, target, length);
    }

    static ByteBuffer byteBuffer(long address, int size) {
        return all().asSlice(address, size).asByteBuffer();
    }
}
