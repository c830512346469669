package dev.heapwright.netty;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.CompositeByteBuf;

/**
 * Gives Netty direct buffers whose memory comes from {@link dev.heapwright.heap.Heap}, and so from the allocator that the
 * build has bound. A bootstrap takes it as its option {@code ChannelOption.ALLOCATOR}; a server also as its {@code
 * childOption}, which is for the connections.
 *
 * <p>A direct buffer is one block, aligned to {@value #ALIGNMENT} bytes, and has a memory address on every Java and with
 * every setting of Netty. Its content is unspecified to begin with. Its capacity changes by {@code Heap.reallocate}, which
 * moves the bytes only where the allocator must. {@link #buffer} and {@link #ioBuffer} are direct, {@link #heapBuffer} is
 * an array of Java's. Buffers are watched by Netty's leak detector at the level that is set for it.
 *
 * <p>Where the allocator has no memory, {@link dev.heapwright.heap.HeapExhaustedError} is thrown, an {@code
 * OutOfMemoryError} as Netty throws for its own direct memory; a buffer that was to grow is then as it was. What is
 * released is given back to the allocator at once, by whichever thread releases it: there is no cache here, and no thread
 * is the owner. The limit {@code -XX:MaxDirectMemorySize}, which is of Java's own direct buffers, does not count.
 *
 * <p>Safe for use by several threads.
 */
public final class HeapByteBufAllocator extends AbstractByteBufAllocator implements ByteBufAllocatorMetricProvider {
    /** That of the C library's malloc: what any allocator gives without effort, and enough for every type of Java. */
    static final long ALIGNMENT = 16;

    /** The one to use where there is no reason to have several: the memory is the same, only the metric is its own. */
    public static final HeapByteBufAllocator DEFAULT = new HeapByteBufAllocator();

    final UsedMemory used = new UsedMemory();

    /** Makes an allocator with a metric of its own. */
    public HeapByteBufAllocator() {
        super(true);
    }

    /**
     * {@return what the buffers that are not yet released take: their capacities in bytes, exactly, once no other thread is
     * about to allocate or release}
     */
    @Override
    public ByteBufAllocatorMetric metric() {
        return used;
    }

    /** {@return true, which tells Netty's transports that a direct buffer is cheap to get: the allocator keeps free blocks} */
    @Override
    public boolean isDirectBufferPooled() {
        return true;
    }

    // Netty's own five of these give arrays where Java's direct buffers cannot be freed for sure. These always can.

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
            // Whoever asked for it never gets it.
            buffer.release();
            throw e;
        }
    }
}
