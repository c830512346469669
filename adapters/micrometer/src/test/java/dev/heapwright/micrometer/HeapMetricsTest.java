package dev.heapwright.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.heap.Heap;
import dev.heapwright.heap.observed.ObservedBinding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class HeapMetricsTest {
    @Test
    void theMetersAreTheHeapsFigures() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new HeapMetrics().bindTo(registry);
        long block = Heap.allocate(1000, 8);
        Heap.deallocate(Heap.allocate(24, 8), 24, 8);
        assertEquals(1000, registry.get("heapwright.heap.live").gauge().value());
        assertEquals(
                1024,
                registry.get("heapwright.heap.allocated").functionCounter().count());
        assertEquals(24, registry.get("heapwright.heap.freed").functionCounter().count());
        assertEquals(1 << 20, registry.get("heapwright.heap.limit").gauge().value());
        Heap.deallocate(block, 1000, 8);
        assertEquals(
                "dev.heapwright.system.SystemAllocator",
                registry.get("heapwright.heap.live").gauge().getId().getTag("allocator"));
        ObservedBinding heap = (ObservedBinding) Heap.binding();
        assertEquals(
                heap.allocatorTotals().size(),
                registry.find("heapwright.allocator.memory").gauges().size());
    }
}
