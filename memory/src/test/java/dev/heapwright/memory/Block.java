package dev.heapwright.memory;

import java.util.Random;

/** Memory for one test: {@code bytes} bytes, which are freed at the end. */
record Block(long address, int bytes) implements AutoCloseable {
    static Block of(int bytes) {
        long address = CHeap.calloc(bytes);
        if (address == 0) {
            throw new OutOfMemoryError("for a test: " + bytes);
        }
        return new Block(address, bytes);
    }

    static Block of(byte[] content) {
        Block block = of(content.length);
        Memory.copyFromArray(content, 0, block.address, content.length);
        return block;
    }

    static byte[] randomBytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    byte[] content() {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = Memory.getByte(address + i);
        }
        return content;
    }

    @Override
    public void close() {
        CHeap.free(address);
    }
}
