package dev.heapwright.benchmarks.allocation;

import static dev.heapwright.benchmarks.PlainUnsafe.UNSAFE;

import java.nio.ByteBuffer;

/** Direct byte buffers, which are zeroed, and freed immediately, as by libraries that cannot wait for the collector. */
final class DirectBufferSubject extends ObjectSubject<ByteBuffer> {
    @Override
    ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size);
    }

    @Override
    void free(ByteBuffer block) {
        UNSAFE.invokeCleaner(block);
    }

    @Override
    ByteBuffer enlarged(ByteBuffer block, int size) {
        ByteBuffer enlarged = allocate(size).put(0, block, 0, block.capacity());
        free(block);
        return enlarged;
    }
}
