package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * jemalloc's settings, figures and commands by their names, by {@code mallctl}. Closed, it gives back the memory that it passes
 * names and values in.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html">jemalloc(3), MALLCTL NAMESPACE</a>
 */
final class Mallctl implements AutoCloseable {
    /** Where values are, after a name of up to 64 bytes. */
    private static final long VALUE = 64;

    private static final long SIZE = 72;
    private static final long BYTES = 80;

    private final MethodHandle mallctl;
    private final long scratch;

    private Mallctl(MethodHandle mallctl, long scratch) {
        this.mallctl = mallctl;
        this.scratch = scratch;
    }

    /** Opens it; empty if there is no memory. */
    static Optional<Mallctl> open() {
        MethodHandle mallctl = Jemalloc.library()
                .function(
                        "je_mallctl",
                        methodType(int.class, long.class, long.class, long.class, long.class, long.class));
        long scratch = CHeap.malloc(BYTES);
        return scratch == 0 ? Optional.empty() : Optional.of(new Mallctl(mallctl, scratch));
    }

    /** Returns a value of 64 bits. */
    long read(String name) {
        Memory.putLong(scratch + VALUE, 0);
        Memory.putLong(scratch + SIZE, Long.BYTES);
        check(name, call(name, scratch + VALUE, scratch + SIZE, 0, 0));
        return Memory.getLong(scratch + VALUE);
    }

    /** Sets a value of 64 bits. */
    void write(String name, long value) {
        Memory.putLong(scratch + VALUE, value);
        check(name, call(name, 0, 0, scratch + VALUE, Long.BYTES));
    }

    /** Executes a command; returns 0, or an error number. */
    int execute(String name) {
        return call(name, 0, 0, 0, 0);
    }

    private static void check(String name, int error) {
        if (error != 0) {
            throw new IllegalStateException("mallctl " + name + " fails with " + error);
        }
    }

    private int call(String name, long old, long oldSize, long value, long size) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            Memory.putByte(scratch + i, bytes[i]);
        }
        Memory.putByte(scratch + bytes.length, (byte) 0);
        try {
            return (int) mallctl.invokeExact(scratch, old, oldSize, value, size);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    @Override
    public void close() {
        CHeap.free(scratch);
    }
}
