package dev.heapwright.core.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a little-endian file, with each access checked: positions come from the file itself. */
final class ElfBytes {
    private final byte[] bytes;
    private final ByteBuffer buffer;

    ElfBytes(byte[] bytes) {
        this.bytes = bytes;
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return bytes.length;
    }

    /** {@return the first bytes} */
    byte[] start(int count) {
        return Arrays.copyOf(bytes, count);
    }

    byte[] toArray() {
        return bytes.clone();
    }

    /**
     * Checks that a range is within the file.
     *
     * @return its position as an index
     */
    int checked(long position, long size) throws ElfRefusedException {
        if (position < 0 || size < 0 || size > bytes.length || position > bytes.length - size) {
            throw ElfRefusedException.malformed(
                    "it ends before " + Long.toUnsignedString(size) + " bytes at 0x" + Long.toHexString(position));
        }
        return (int) position;
    }

    int unsignedByte(long position) throws ElfRefusedException {
        return Byte.toUnsignedInt(buffer.get(checked(position, Byte.BYTES)));
    }

    int unsignedShort(long position) throws ElfRefusedException {
        return Short.toUnsignedInt(buffer.getShort(checked(position, Short.BYTES)));
    }

    long unsignedInt(long position) throws ElfRefusedException {
        return Integer.toUnsignedLong(buffer.getInt(checked(position, Integer.BYTES)));
    }

    long readLong(long position) throws ElfRefusedException {
        return buffer.getLong(checked(position, Long.BYTES));
    }

    /** {@return the characters from {@code start} to the first zero byte, which must be before {@code end}} */
    String name(long start, long end) throws ElfRefusedException {
        int from = checked(start, end - start);
        for (int i = from; i < end; i++) {
            if (bytes[i] == 0) {
                // Names are bytes: this charset keeps each of them.
                return new String(bytes, from, i - from, StandardCharsets.ISO_8859_1);
            }
        }
        throw ElfRefusedException.malformed("a name does not end");
    }

    boolean isZero(long position, long size) throws ElfRefusedException {
        int from = checked(position, size);
        for (int i = from; i < from + size; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    byte[] copy(long position, long size) throws ElfRefusedException {
        int from = checked(position, size);
        return Arrays.copyOfRange(bytes, from, (int) (from + size));
    }

    void write(long position, byte[] source) throws ElfRefusedException {
        System.arraycopy(source, 0, bytes, checked(position, source.length), source.length);
    }

    void writeInt(long position, long value) throws ElfRefusedException {
        buffer.putInt(checked(position, Integer.BYTES), (int) value);
    }

    void writeLong(long position, long value) throws ElfRefusedException {
        buffer.putLong(checked(position, Long.BYTES), value);
    }

    void clear(long position, long size) throws ElfRefusedException {
        int from = checked(position, size);
        Arrays.fill(bytes, from, (int) (from + size), (byte) 0);
    }
}
