package dev.heapwright.benchmarks.allocation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Direct buffers of Netty, which manages its own memory. */
final class NettySubject extends ObjectSubject<ByteBuf> {
    private final ByteBufAllocator allocator;

    NettySubject(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    @Override
    ByteBuf allocate(int size) {
        return allocator.directBuffer(size);
    }

    @Override
    void free(ByteBuf block) {
        block.release();
    }

    @Override
    ByteBuf enlarged(ByteBuf block, int size) {
        return block.capacity(size);
    }
}
