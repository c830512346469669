package dev.heapwright.netty;

import dev.heapwright.memory.Memory;
import io.netty.buffer.AbstractReferenceCountedByteBuf;
import java.nio.ByteOrder;

/**
 * A buffer whose bytes lie at an address: its single values. That an index is within the capacity, and that the buffer is
 * not yet released, has been checked by Netty before any of these is called.
 */
abstract class AddressByteBuf extends AbstractReferenceCountedByteBuf {
    private static final boolean BIG_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    /** Of the byte with index 0. Where the capacity is 0, it is of no byte. */
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
        short value = Memory.getShort(address + index);
        return BIG_ENDIAN ? value : Short.reverseBytes(value);
    }

    @Override
    protected final short _getShortLE(int index) {
        short value = Memory.getShort(address + index);
        return BIG_ENDIAN ? Short.reverseBytes(value) : value;
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
        int value = Memory.getInt(address + index);
        return BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }

    @Override
    protected final int _getIntLE(int index) {
        int value = Memory.getInt(address + index);
        return BIG_ENDIAN ? Integer.reverseBytes(value) : value;
    }

    @Override
    protected final long _getLong(int index) {
        long value = Memory.getLong(address + index);
        return BIG_ENDIAN ? value : Long.reverseBytes(value);
    }

    @Override
    protected final long _getLongLE(int index) {
        long value = Memory.getLong(address + index);
        return BIG_ENDIAN ? Long.reverseBytes(value) : value;
    }

    @Override
    protected final void _setByte(int index, int value) {
        Memory.putByte(address + index, (byte) value);
    }

    @Override
    protected final void _setShort(int index, int value) {
        Memory.putShort(address + index, BIG_ENDIAN ? (short) value : Short.reverseBytes((short) value));
    }

    @Override
    protected final void _setShortLE(int index, int value) {
        Memory.putShort(address + index, BIG_ENDIAN ? Short.reverseBytes((short) value) : (short) value);
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
        Memory.putInt(address + index, BIG_ENDIAN ? value : Integer.reverseBytes(value));
    }

    @Override
    protected final void _setIntLE(int index, int value) {
        Memory.putInt(address + index, BIG_ENDIAN ? Integer.reverseBytes(value) : value);
    }

    @Override
    protected final void _setLong(int index, long value) {
        Memory.putLong(address + index, BIG_ENDIAN ? value : Long.reverseBytes(value));
    }

    @Override
    protected final void _setLongLE(int index, long value) {
        Memory.putLong(address + index, BIG_ENDIAN ? Long.reverseBytes(value) : value);
    }
}
