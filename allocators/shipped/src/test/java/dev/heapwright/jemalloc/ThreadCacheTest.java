package dev.heapwright.jemalloc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_22)
class ThreadCacheTest {
    private static final long SIZE = 32 << 10;

    private final JemallocBacking jemalloc = new JemallocBacking();

    /** In this order, so that the first attempts are those that fail, if no other test has released one before. */
    @Test
    void itIsReleasedThoughThereWasNoStackForItBefore() throws Exception {
        Thread deep = new Thread(null, () -> releaseOnEachFrame(Integer.MAX_VALUE), "deep", 512 << 10);
        deep.start();
        deep.join();
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

    private void releaseOnEachFrame(int more) {
        try {
            if (more > 0) {
                releaseOnEachFrame(more - 1);
            }
        } catch (StackOverflowError e) {
            // That was the last frame.
        }
        try {
            jemalloc.releaseThreadCache();
        } catch (StackOverflowError e) {
            // There is not enough for the call itself.
        }
    }

    private static long active() {
        return Objects.requireNonNull(JemallocTotals.read().get("active"));
    }
}
