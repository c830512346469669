package dev.heapwright.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;

/**
 * Direct buffers over memory allocated elsewhere, through {@code sun.misc.Unsafe}. On Java 17 to 21, only native code
 * can create one; so an empty buffer is duplicated, and its address and capacity are set.
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
