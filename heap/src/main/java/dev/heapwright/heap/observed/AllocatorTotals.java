package dev.heapwright.heap.observed;

import dev.heapwright.jemalloc.JemallocTotals;
import dev.heapwright.memory.CHeap;
import dev.heapwright.mimalloc.MimallocTotals;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an allocator says of its own memory, which is more than the blocks of a program. */
final class AllocatorTotals {
    private AllocatorTotals() {}

    /** Returns bytes by what the allocator calls them, sorted; none for an allocator that is not one of Heapwright's. */
    static SortedMap<String, Long> of(String allocator) {
        return new TreeMap<>(
                switch (allocator) {
                    case "dev.heapwright.jemalloc.JemallocAllocator" -> JemallocTotals.read();
                    case "dev.heapwright.mimalloc.MimallocAllocator" -> MimallocTotals.read();
                    case "dev.heapwright.system.SystemAllocator" -> CHeap.totals();
                    default -> Map.of();
                });
    }
}
