package dev.heapwright.netty;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.CompositeByteBuf;

/**
 * Provides Netty with direct buffers whose memory comes from {@link dev.heapwright.heap.Heap}, and therefore from the
 * allocator that the build has bound. Pass it to a bootstrap as the option {@code ChannelOption.ALLOCATOR}; for a
 * server, also as the {@code childOption}, which applies to the connections.
 *
 * <p>A direct buffer is one block, aligned to {@value #ALIGNMENT} bytes, and has a memory address on every Java version
 * and with every setting of Netty. Its initial content is unspecified. Its capacity is changed by {@code
 * Heap.reallocate}, which moves the bytes only if the allocator has to. {@link #buffer} and {@link #ioBuffer} are
 * direct, {@link #heapBuffer} is a Java array. Netty's leak detector tracks buffers at its configured level.
 *
 * <p>If the allocator has no memory, {@link dev.heapwright.heap.HeapExhaustedError} is thrown, an {@code
 * OutOfMemoryError} like the one Netty throws for its own direct memory; a buffer that was to grow is then unchanged. A
 * released buffer is freed immediately, by whichever thread releases it: there is no cache here, and no owning thread.
 * The limit {@code -XX:MaxDirectMemorySize}, which applies to Java's own direct buffers, is ignored.
 *
 * <p>Thread-safe.
 */
public final class HeapByteBufAllocator extends AbstractByteBufAllocator implements ByteBufAllocatorMetricProvider {
    /**
     * The alignment of the C library's malloc: any allocator provides it at no cost, and it is sufficient for every
     * Java type.
     */
    static final long ALIGNMENT = 16;

    /**
     * The instance to use unless there is a reason for several: all share the same memory, only the metrics are
     * separate.
     */
    public static final HeapByteBufAllocator DEFAULT = new HeapByteBufAllocator();

    final UsedMemory used = new UsedMemory();

    /** Creates an allocator with its own metric. */
    public HeapByteBufAllocator() {
        super(true);
    }

    /**
     * {@return the total capacity of the buffers that are not yet released, in bytes; exact as long as no other thread
     * is allocating or releasing}
     */
    @Override
    public ByteBufAllocatorMetric metric() {
        return used;
    }

    /**
     * {@return true, which tells Netty's transports that direct buffers are cheap to allocate: the allocator caches
     * free blocks}
     */
    @Override
    public boolean isDirectBufferPooled() {
        return true;
    }

    // Netty's own versions of these five methods return arrays if Java's direct buffers cannot be freed reliably. These
    // buffers always can.

    @Override
    public ByteBuf buffer() {
        return directBuffer();
    }

    @Override
    public ByteBuf buffer(int initialCapacity) {
        return directBuffer(initialCapacity);
    }

    @Override
    public ByteBuf buffer(int initialCapacity, int maxCapacity) {
        return directBuffer(initialCapacity, maxCapacity);
    }

    @Override
    public CompositeByteBuf compositeBuffer() {
        return compositeDirectBuffer();
    }

    @Override
    public CompositeByteBuf compositeBuffer(int maxNumComponents) {
        return compositeDirectBuffer(maxNumComponents);
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return new ArrayByteBuf(this, initialCapacity, maxCapacity);
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        HeapByteBuf buffer = new HeapByteBuf(this, initialCapacity, maxCapacity);
        try {
            return toLeakAwareBuffer(buffer);
        } catch (RuntimeException | Error e) {
            // The caller never gets it.
            buffer.release();
            throw e;
        }
    }
}
