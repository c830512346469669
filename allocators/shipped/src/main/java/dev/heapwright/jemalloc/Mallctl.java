package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * jemalloc's settings and figures by their names, by {@code mallctl}. Closed, it gives back the memory that it passes names
 * and values in.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3), MALLCTL NAMESPACE</a>
 */
final class Mallctl implements AutoCloseable {
    /** What a name takes, at most. */
    static final long NAME_BYTES = 64;

    /** Where values are, after a name. */
    private static final long VALUE = NAME_BYTES;

    private static final long SIZE = VALUE + Long.BYTES;
    private static final long BYTES = SIZE + Long.BYTES;

    private final MethodHandle mallctl;
    private final long scratch;

    private Mallctl(MethodHandle mallctl, long scratch) {
        this.mallctl = mallctl;
        this.scratch = scratch;
    }

    /** Opens it; empty if there is no memory. */
    static Optional<Mallctl> open() {
        MethodHandle mallctl = linked();
        long scratch = CHeap.malloc(BYTES);
        return scratch == 0 ? Optional.empty() : Optional.of(new Mallctl(mallctl, scratch));
    }

    /** Links the function: of a name, where to put the value and its size, and where a new value is and its size. */
    static MethodHandle linked() {
        return Jemalloc.library()
                .function(
                        "je_mallctl",
                        methodType(int.class, long.class, long.class, long.class, long.class, long.class));
    }

    /** Writes a name as C reads it. */
    static void putName(String name, long address) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            Memory.putByte(address + i, bytes[i]);
        }
        Memory.putByte(address + bytes.length, (byte) 0);
    }

    /** Returns a value of 64 bits. */
    long read(String name) {
        Memory.putLong(scratch + VALUE, 0);
        Memory.putLong(scratch + SIZE, Long.BYTES);
        call(name, scratch + VALUE, scratch + SIZE, 0, 0);
        return Memory.getLong(scratch + VALUE);
    }

    /** Sets a value of 64 bits. */
    void write(String name, long value) {
        Memory.putLong(scratch + VALUE, value);
        call(name, 0, 0, scratch + VALUE, Long.BYTES);
    }

    private void call(String name, long old, long oldSize, long value, long size) {
        putName(name, scratch);
        try {
            int error = (int) mallctl.invokeExact(scratch, old, oldSize, value, size);
            if (error != 0) {
                throw new IllegalStateException("mallctl " + name + " fails with " + error);
            }
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    @Override
    public void close() {
        CHeap.free(scratch);
    }
}
