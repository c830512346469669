package dev.heapwright.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Direct buffers over memory at an address, within the sizes that the JDK allows. */
final class Buffers {
    /** The most that the JDK allows a buffer to have, in bytes. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private Buffers() {}

    /**
     * {@return a big-endian buffer of {@code size} bytes}
     *
     * @throws IllegalArgumentException if {@code size} is negative or too large
     */
    static ByteBuffer of(long address, int size) {
        check("size", size, LARGEST);
        return Platform.FOREIGN ? ForeignMemory.byteBuffer(address, size) : UnsafeBuffer.of(address, size);
    }

    /**
     * {@return a buffer in native byte order for {@code count} values of {@code size} bytes}
     *
     * @throws IllegalArgumentException if {@code count} is negative or too large
     */
    static ByteBuffer ofValues(long address, int count, int size) {
        check("count", count, LARGEST / size);
        return of(address, count * size).order(ByteOrder.nativeOrder());
    }

    private static void check(String name, int value, int largest) {
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException(name + " is " + (value < 0 ? "negative: " : "too large: ") + value);
        }
    }
}
