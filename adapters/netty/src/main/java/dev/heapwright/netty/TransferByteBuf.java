package dev.heapwright.netty;

import dev.heapwright.memory.Memory;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ScatteringByteChannel;
import org.jspecify.annotations.Nullable;

/** A buffer at an address: the transfer of its bytes from and to arrays, other buffers, streams and channels. */
abstract class TransferByteBuf extends AddressByteBuf {
    /** The number of bytes that are written to a stream at a time. */
    private static final int CHUNK = 4096;

    /** For {@link #internalNioBuffer} only, which is for one thread at a time; created on first use. */
    private @Nullable ByteBuffer internal;

    TransferByteBuf(int maxCapacity) {
        super(maxCapacity);
    }

    /** The address or the capacity has changed: existing NIO buffers are no longer valid. */
    final void forgetInternalNioBuffer() {
        internal = null;
    }

    @Override
    public final int nioBufferCount() {
        return 1;
    }

    @Override
    public final ByteBuffer nioBuffer(int index, int length) {
        checkIndex(index, length);
        return Memory.byteBuffer(address + index, length);
    }

    @Override
    public final ByteBuffer[] nioBuffers(int index, int length) {
        return new ByteBuffer[] {nioBuffer(index, length)};
    }

    @Override
    public final ByteBuffer internalNioBuffer(int index, int length) {
        checkIndex(index, length);
        if (internal == null) {
            internal = Memory.byteBuffer(address, capacity());
        }
        return internal.clear().position(index).limit(index + length);
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
}
