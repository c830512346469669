package dev.heapwright.netty;

import dev.heapwright.memory.Memory;
import io.netty.buffer.AbstractReferenceCountedByteBuf;
import java.nio.ByteOrder;

/**
 * A buffer whose bytes are at an address: access to single values. Before any of these methods is called, Netty has
 * checked that the index is within the capacity and that the buffer is not yet released.
 */
abstract class AddressByteBuf extends AbstractReferenceCountedByteBuf {
    private static final boolean BIG_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    /** The address of the byte with index 0. If the capacity is 0, it is not the address of any byte. */
    long address;

    AddressByteBuf(int maxCapacity) {
        super(maxCapacity);
    }

    @Override
    protected final byte _getByte(int index) {
        return Memory.getByte(address + index);
    }

    @Override
    protected final short _getShort(int index) {
        return bigEndian(Memory.getShort(address + index));
    }

    @Override
    protected final short _getShortLE(int index) {
        return littleEndian(Memory.getShort(address + index));
    }

    @Override
    protected final int _getUnsignedMedium(int index) {
        return ((_getByte(index) & 0xFF) << 16) | (_getShort(index + 1) & 0xFFFF);
    }

    @Override
    protected final int _getUnsignedMediumLE(int index) {
        return (_getShortLE(index) & 0xFFFF) | ((_getByte(index + 2) & 0xFF) << 16);
    }

    @Override
    protected final int _getInt(int index) {
        return bigEndian(Memory.getInt(address + index));
    }

    @Override
    protected final int _getIntLE(int index) {
        return littleEndian(Memory.getInt(address + index));
    }

    @Override
    protected final long _getLong(int index) {
        return bigEndian(Memory.getLong(address + index));
    }

    @Override
    protected final long _getLongLE(int index) {
        return littleEndian(Memory.getLong(address + index));
    }

    @Override
    protected final void _setByte(int index, int value) {
        Memory.putByte(address + index, (byte) value);
    }

    @Override
    protected final void _setShort(int index, int value) {
        Memory.putShort(address + index, bigEndian((short) value));
    }

    @Override
    protected final void _setShortLE(int index, int value) {
        Memory.putShort(address + index, littleEndian((short) value));
    }

    @Override
    protected final void _setMedium(int index, int value) {
        _setByte(index, value >>> 16);
        _setShort(index + 1, value);
    }

    @Override
    protected final void _setMediumLE(int index, int value) {
        _setShortLE(index, value);
        _setByte(index + 2, value >>> 16);
    }

    @Override
    protected final void _setInt(int index, int value) {
        Memory.putInt(address + index, bigEndian(value));
    }

    @Override
    protected final void _setIntLE(int index, int value) {
        Memory.putInt(address + index, littleEndian(value));
    }

    @Override
    protected final void _setLong(int index, long value) {
        Memory.putLong(address + index, bigEndian(value));
    }

    @Override
    protected final void _setLongLE(int index, long value) {
        Memory.putLong(address + index, littleEndian(value));
    }

    // Either is its own inverse: from the order of this machine to that of the buffer, and back.

    private static short bigEndian(short value) {
        return BIG_ENDIAN ? value : Short.reverseBytes(value);
    }

    private static short littleEndian(short value) {
        return BIG_ENDIAN ? Short.reverseBytes(value) : value;
    }

    private static int bigEndian(int value) {
        return BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }

    private static int littleEndian(int value) {
        return BIG_ENDIAN ? Integer.reverseBytes(value) : value;
    }

    private static long bigEndian(long value) {
        return BIG_ENDIAN ? value : Long.reverseBytes(value);
    }

    private static long littleEndian(long value) {
        return BIG_ENDIAN ? Long.reverseBytes(value) : value;
    }
}
