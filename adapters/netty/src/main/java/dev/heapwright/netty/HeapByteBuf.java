package dev.heapwright.netty;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A buffer that is one block of {@link Heap}, from its allocation to its release, and the NIO buffers that share it. */
final class HeapByteBuf extends AddressByteBuf {
    private final HeapByteBufAllocator allocator;
    private int capacity;

    /** For {@link #internalNioBuffer} only, which is for one thread at a time; created on first use. */
    private @Nullable ByteBuffer internal;

    HeapByteBuf(HeapByteBufAllocator allocator, int initialCapacity, int maxCapacity) {
        super(maxCapacity);
        this.allocator = allocator;
        address = Heap.allocate(initialCapacity, HeapByteBufAllocator.ALIGNMENT);
        capacity = initialCapacity;
        try {
            allocator.used.addDirect(initialCapacity);
        } catch (RuntimeException | Error e) {
            // Counting takes Java memory, too.
            Heap.deallocate(address, initialCapacity, HeapByteBufAllocator.ALIGNMENT);
            throw e;
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public ByteBuf capacity(int newCapacity) {
        checkNewCapacity(newCapacity);
        int oldCapacity = capacity;
        if (newCapacity != oldCapacity) {
            // Throws if there is no memory: then nothing has changed.
            address = Heap.reallocate(address, oldCapacity, newCapacity, HeapByteBufAllocator.ALIGNMENT);
            capacity = newCapacity;
            internal = null;
            trimIndicesToCapacity(newCapacity);
            // Last, as it may fail: the buffer is consistent by then.
            allocator.used.addDirect((long) newCapacity - oldCapacity);
        }
        return this;
    }

    /** Called once, by Netty, when there are no more references to the buffer. */
    @Override
    protected void deallocate() {
        internal = null;
        Heap.deallocate(address, capacity, HeapByteBufAllocator.ALIGNMENT);
        allocator.used.addDirect(-capacity);
    }

    @Override
    public ByteBuf copy(int index, int length) {
        checkIndex(index, length);
        ByteBuf copy = allocator.directBuffer(length, maxCapacity());
        try {
            return copy.writeBytes(this, index, length);
        } catch (RuntimeException | Error e) {
            copy.release();
            throw e;
        }
    }

    @Override
    public int nioBufferCount() {
        return 1;
    }

    @Override
    public ByteBuffer nioBuffer(int index, int length) {
        checkIndex(index, length);
        return Memory.byteBuffer(address + index, length);
    }

    @Override
    public ByteBuffer[] nioBuffers(int index, int length) {
        return new ByteBuffer[] {nioBuffer(index, length)};
    }

    @Override
    public ByteBuffer internalNioBuffer(int index, int length) {
        checkIndex(index, length);
        if (internal == null) {
            internal = Memory.byteBuffer(address, capacity);
        }
        return internal.clear().position(index).limit(index + length);
    }

    @Override
    public boolean hasMemoryAddress() {
        return true;
    }

    @Override
    public long memoryAddress() {
        ensureAccessible();
        return address;
    }

    @Override
    public ByteBufAllocator alloc() {
        return allocator;
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public boolean isContiguous() {
        return true;
    }

    @Override
    public boolean hasArray() {
        return false;
    }

    @Override
    public byte[] array() {
        throw new UnsupportedOperationException("a direct buffer has no array");
    }

    @Override
    public int arrayOffset() {
        throw new UnsupportedOperationException("a direct buffer has no array");
    }

    /** {@return big-endian, as for all buffers; only the methods whose names end with LE are little-endian} */
    @Override
    @SuppressWarnings("deprecation") // It is abstract in ByteBuf.
    public ByteOrder order() {
        return ByteOrder.BIG_ENDIAN;
    }

    @Override
    public @Nullable ByteBuf unwrap() {
        return null;
    }
}
