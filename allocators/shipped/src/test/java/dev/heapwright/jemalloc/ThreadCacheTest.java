package dev.heapwright.jemalloc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What jemalloc itself keeps for a thread: up to 20 blocks of a size, up to 32 KiB. */
@EnabledForJreRange(min = JRE.JAVA_22)
class ThreadCacheTest {
    private static final long SIZE = 32 << 10;

    private final JemallocBacking jemalloc = new JemallocBacking();

    @Test
    void itIsReleased() {
        long[] blocks = new long[16];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = jemalloc.allocate(SIZE, 16);
        }
        for (long block : blocks) {
            jemalloc.deallocate(block, SIZE, 16);
        }
        long kept = active();
        jemalloc.releaseThreadCache();
        long released = kept - active();
        assertTrue(released >= blocks.length * SIZE / 2, () -> released + " bytes");
    }

    private static long active() {
        return Objects.requireNonNull(JemallocTotals.read().get("active"));
    }
}
