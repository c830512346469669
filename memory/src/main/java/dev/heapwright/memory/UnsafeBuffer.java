package dev.heapwright.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;

/**
 * Direct buffers of memory that something else has allocated, by {@code sun.misc.Unsafe}. Java 17 to 21 have no way to make
 * one but from native code; so an empty one is duplicated, and told where it lies and how long it is.
 */
final class UnsafeBuffer {
    private static final ByteBuffer EMPTY = ByteBuffer.allocateDirect(0);
    private static final long ADDRESS = offset("address");
    private static final long CAPACITY = offset("capacity");

    private UnsafeBuffer() {}

    /** Initialises this class, at a time when the stack is deep enough. */
    static void initialise() {}

    static ByteBuffer of(long address, int size) {
        ByteBuffer buffer = EMPTY.duplicate();
        UnsafeMemory.UNSAFE.putLong(buffer, ADDRESS, address);
        UnsafeMemory.UNSAFE.putInt(buffer, CAPACITY, size);
        return buffer.clear();
    }

    private static long offset(String field) {
        try {
            return UnsafeMemory.UNSAFE.objectFieldOffset(Buffer.class.getDeclaredField(field));
        } catch (NoSuchFieldException e) {
            throw new LinkageError("java.nio.Buffer." + field, e);
        }
    }
}
