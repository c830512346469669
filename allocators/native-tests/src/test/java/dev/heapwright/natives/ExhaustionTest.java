package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.mimalloc.MimallocAllocator;
import dev.heapwright.system.SystemAllocator;
import org.junit.jupiter.api.Test;

/** The advice in HeapExhausted about the allocators is true. */
class ExhaustionTest {
    @Test
    void mimallocRefusesAlignmentsFrom256MiBOnHoweverMuchIsFree() {
        long address = MimallocAllocator.allocate(8, 128L << 20);
        assertNotEquals(0, address);
        MimallocAllocator.deallocate(address, 8, 128L << 20);

        assertEquals(0, MimallocAllocator.allocate(8, 256L << 20));
        assertEquals(0, MimallocAllocator.allocateZeroed(8, 512L << 20));
    }

    @Test
    void theOthersDoNot() {
        for (long align = 128L << 20; align <= 512L << 20; align *= 2) {
            long fromJemalloc = JemallocAllocator.allocate(8, align);
            long fromSystem = SystemAllocator.allocate(8, align);
            assertNotEquals(0, fromJemalloc);
            assertNotEquals(0, fromSystem);
            JemallocAllocator.deallocate(fromJemalloc, 8, align);
            SystemAllocator.deallocate(fromSystem, 8, align);
        }
    }
}
