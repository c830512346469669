package dev.heapwright.mimalloc;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/** What mimalloc says of its memory, by {@code mi_process_info}. */
public final class MimallocTotals {
    private MimallocTotals() {}

    /**
     * {@return bytes by what they are: what it has {@code committed} now, and {@code committedPeak}. mimalloc counts by thread, and
     * adds up later: what is committed now may be too low for a while}
     */
    public static Map<String, Long> read() {
        MethodHandle info = Mimalloc.library()
                .function(
                        "mi_process_info",
                        methodType(
                                void.class,
                                long.class,
                                long.class,
                                long.class,
                                long.class,
                                long.class,
                                long.class,
                                long.class,
                                long.class));
        long scratch = CHeap.calloc(2 * Long.BYTES);
        if (scratch == 0) {
            return Map.of();
        }
        try {
            // What it says is resident is not read from the system everywhere.
            info.invokeExact(0L, 0L, 0L, 0L, 0L, scratch, scratch + 8, 0L);
            return Map.of(
                    "committed", Memory.getLong(scratch),
                    "committedPeak", Memory.getLong(scratch + 8));
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        } finally {
            CHeap.free(scratch);
        }
    }
}
