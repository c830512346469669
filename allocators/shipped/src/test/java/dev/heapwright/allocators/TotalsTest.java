package dev.heapwright.allocators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.jemalloc.JemallocTotals;
import dev.heapwright.memory.CHeap;
import dev.heapwright.mimalloc.MimallocAllocator;
import dev.heapwright.mimalloc.MimallocTotals;
import dev.heapwright.system.SystemAllocator;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What the allocators say of their own memory, while a block of 64 MiB is live. */
class TotalsTest {
    private static final long SIZE = 64 << 20;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void jemallocCountsItsPages() {
        long block = JemallocAllocator.allocate(SIZE, 16);
        Map<String, Long> totals = JemallocTotals.read();
        JemallocAllocator.deallocate(block, SIZE, 16);
        assertEquals(Set.of("active", "dirty", "muzzy"), totals.keySet());
        assertTrue(totals.get("active") >= SIZE, totals.toString());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void mimallocKnowsWhatIsCommitted() {
        long block = MimallocAllocator.allocate(SIZE, 16);
        Map<String, Long> totals = MimallocTotals.read();
        MimallocAllocator.deallocate(block, SIZE, 16);
        assertEquals(Set.of("committed", "committedPeak"), totals.keySet());
        // What is committed now may be off in a JVM in which other tests have had huge blocks.
        assertTrue(totals.get("committedPeak") >= SIZE, totals.toString());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void theCLibraryTellsWhatIsMapped() {
        long block = SystemAllocator.allocate(SIZE, 16);
        Map<String, Long> totals = CHeap.totals();
        SystemAllocator.deallocate(block, SIZE, 16);
        // Empty where it is not glibc.
        assertTrue(totals.isEmpty() || totals.get("mapped") >= SIZE, totals.toString());
    }

    @Test
    @DisabledForJreRange(min = JRE.JAVA_22)
    void beforeJava22TheCLibraryIsNotAsked() {
        assertEquals(Map.of(), CHeap.totals());
    }
}
