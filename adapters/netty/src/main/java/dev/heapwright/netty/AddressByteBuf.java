package dev.heapwright.netty;

import dev.heapwright.memory.Memory;
import io.netty.buffer.AbstractReferenceCountedByteBuf;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ScatteringByteChannel;

/**
 * A buffer whose bytes are at an address: access to single values, and the transfer of many from and to arrays, other
 * buffers, streams and channels. Where the memory comes from is not known here.
 *
 * <p>Before a method whose name begins with an underscore is called, Netty has checked that the index is within the
 * capacity and that the buffer is not yet released. All others check that themselves.
 */
abstract class AddressByteBuf extends AbstractReferenceCountedByteBuf {
    private static final boolean BIG_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    /** The number of bytes that are written to a stream at a time. */
    private static final int CHUNK = 4096;

    /** The address of the byte with index 0. If the capacity is 0, it is not the address of any byte. */
    long address;

    AddressByteBuf(int maxCapacity) {
        super(maxCapacity);
    }

    @Override
    public final ByteBuf getBytes(int index, ByteBuf target, int targetIndex, int length) {
        checkDstIndex(index, length, targetIndex, target.capacity());
        if (target.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        if (target.hasMemoryAddress()) {
            Memory.copy(address + index, target.memoryAddress() + targetIndex, length);
        } else if (target.hasArray()) {
            Memory.copyToArray(address + index, target.array(), target.arrayOffset() + targetIndex, length);
        } else {
            target.setBytes(targetIndex, nioBuffer(index, length));
        }
        return this;
    }

    @Override
    public final ByteBuf getBytes(int index, byte[] target, int targetIndex, int length) {
        checkDstIndex(index, length, targetIndex, target.length);
        Memory.copyToArray(address + index, target, targetIndex, length);
        return this;
    }

    @Override
    public final ByteBuf getBytes(int index, ByteBuffer target) {
        target.put(nioBuffer(index, target.remaining()));
        return this;
    }

    @Override
    public final ByteBuf getBytes(int index, OutputStream out, int length) throws IOException {
        checkIndex(index, length);
        byte[] chunk = new byte[Math.min(length, CHUNK)];
        for (int done = 0; done < length; ) {
            int bytes = Math.min(length - done, chunk.length);
            getBytes(index + done, chunk, 0, bytes);
            out.write(chunk, 0, bytes);
            done += bytes;
        }
        return this;
    }

    @Override
    public final int getBytes(int index, GatheringByteChannel out, int length) throws IOException {
        ByteBuffer source = nioBuffer(index, length);
        return length == 0 ? 0 : out.write(source);
    }

    @Override
    public final int getBytes(int index, FileChannel out, long position, int length) throws IOException {
        ByteBuffer source = nioBuffer(index, length);
        return length == 0 ? 0 : out.write(source, position);
    }

    @Override
    public final ByteBuf setBytes(int index, ByteBuf source, int sourceIndex, int length) {
        checkSrcIndex(index, length, sourceIndex, source.capacity());
        if (source.hasMemoryAddress()) {
            Memory.copy(source.memoryAddress() + sourceIndex, address + index, length);
        } else if (source.hasArray()) {
            Memory.copyFromArray(source.array(), source.arrayOffset() + sourceIndex, address + index, length);
        } else {
            source.getBytes(sourceIndex, nioBuffer(index, length));
        }
        return this;
    }

    @Override
    public final ByteBuf setBytes(int index, byte[] source, int sourceIndex, int length) {
        checkSrcIndex(index, length, sourceIndex, source.length);
        Memory.copyFromArray(source, sourceIndex, address + index, length);
        return this;
    }

    @Override
    public final ByteBuf setBytes(int index, ByteBuffer source) {
        nioBuffer(index, source.remaining()).put(source);
        return this;
    }

    @Override
    public final int setBytes(int index, InputStream in, int length) throws IOException {
        checkIndex(index, length);
        // With a single read, like Netty: a second read might block although bytes are already available.
        byte[] bytes = new byte[length];
        int read = in.read(bytes);
        if (read > 0) {
            setBytes(index, bytes, 0, read);
        }
        return read;
    }

    @Override
    public final int setBytes(int index, ScatteringByteChannel in, int length) throws IOException {
        ByteBuffer target = internalNioBuffer(index, length);
        try {
            return in.read(target);
        } catch (ClosedChannelException e) {
            // Like Netty: to a reader, a closed channel is at its end.
            return -1;
        }
    }

    @Override
    public final int setBytes(int index, FileChannel in, long position, int length) throws IOException {
        ByteBuffer target = internalNioBuffer(index, length);
        try {
            return in.read(target, position);
        } catch (ClosedChannelException e) {
            return -1;
        }
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
