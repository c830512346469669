package dev.heapwright.jemalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What jemalloc says of its memory, by {@code mallctl}. The library is built without most statistics; the pages of its arenas
 * are counted nevertheless.
 */
public final class JemallocTotals {
    /** {@code MALLCTL_ARENAS_ALL}: the sum of all arenas. */
    private static final String ALL_ARENAS = "stats.arenas.4096.";

    private final MethodHandle mallctl;

    /** A name of up to 64 bytes, then a value and its size. */
    private final long scratch;

    private JemallocTotals(MethodHandle mallctl, long scratch) {
        this.mallctl = mallctl;
        this.scratch = scratch;
    }

    /**
     * {@return bytes by what they are: {@code active} pages with blocks in them, and {@code dirty} and {@code muzzy} ones, which
     * are free and not yet returned to the operating system}
     */
    public static Map<String, Long> read() {
        MethodHandle mallctl = Jemalloc.library()
                .function(
                        "je_mallctl",
                        methodType(int.class, long.class, long.class, long.class, long.class, long.class));
        long scratch = CHeap.malloc(80);
        if (scratch == 0) {
            return Map.of();
        }
        try {
            JemallocTotals totals = new JemallocTotals(mallctl, scratch);
            totals.update();
            long page = totals.value("arenas.page");
            return Map.of(
                    "active", page * totals.value(ALL_ARENAS + "pactive"),
                    "dirty", page * totals.value(ALL_ARENAS + "pdirty"),
                    "muzzy", page * totals.value(ALL_ARENAS + "pmuzzy"));
        } finally {
            CHeap.free(scratch);
        }
    }

    /** Has jemalloc add up the numbers: else it gives those of the last time. */
    private void update() {
        Memory.putLong(scratch + 64, 1);
        call("epoch", 0, 0, scratch + 64, Long.BYTES);
    }

    private long value(String name) {
        Memory.putLong(scratch + 64, 0);
        Memory.putLong(scratch + 72, Long.BYTES);
        call(name, scratch + 64, scratch + 72, 0, 0);
        return Memory.getLong(scratch + 64);
    }

    private void call(String name, long old, long oldSize, long value, long size) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            Memory.putByte(scratch + i, bytes[i]);
        }
        Memory.putByte(scratch + bytes.length, (byte) 0);
        try {
            int error = (int) mallctl.invokeExact(scratch, old, oldSize, value, size);
            if (error != 0) {
                throw new IllegalStateException("mallctl " + name + " fails with " + error);
            }
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }
}
