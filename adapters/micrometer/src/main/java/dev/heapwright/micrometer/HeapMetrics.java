package dev.heapwright.micrometer;

import dev.heapwright.heap.Heap;
import dev.heapwright.heap.observed.ObservedBinding;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the heap, if the program was built with observed glue:
 *
 * <ul>
 * <li>{@code heapwright.heap.allocated} and {@code heapwright.heap.freed}: counters of bytes.
 * <li>{@code heapwright.heap.live}: the bytes of all live blocks.
 * <li>{@code heapwright.heap.limit}: how many bytes may be live; absent if that is not limited.
 * <li>{@code heapwright.allocator.memory}: the bytes that the allocator itself says it has, one gauge for each of its numbers,
 *     which the tag {@code kind} names.
 * </ul>
 *
 * <p>All have the tag {@code allocator}, the class that the heap is bound to. Without observed glue there are none.
 */
public final class HeapMetrics implements MeterBinder {
    private static final String BYTES = "bytes";

    /** Creates it; nothing is read before it is bound to a registry. */
    public HeapMetrics() {}

    /**
     * Adds the meters.
     *
     * @param registry to which they are added
     * @throws dev.heapwright.heap.BindingError if the heap is not bound
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        if (Heap.binding() instanceof ObservedBinding heap) {
            bind(heap, registry);
        }
    }

    private static void bind(ObservedBinding heap, MeterRegistry registry) {
        FunctionCounter.builder(
                        "heapwright.heap.allocated", heap, each -> each.counts().allocatedBytes())
                .description("Bytes of all blocks that were allocated")
                .baseUnit(BYTES)
                .tag("allocator", heap.allocator())
                .register(registry);
        FunctionCounter.builder(
                        "heapwright.heap.freed", heap, each -> each.counts().freedBytes())
                .description("Bytes of all blocks that were freed")
                .baseUnit(BYTES)
                .tag("allocator", heap.allocator())
                .register(registry);
        Gauge.builder("heapwright.heap.live", heap, each -> each.counts().liveBytes())
                .description("Bytes of all live blocks")
                .baseUnit(BYTES)
                .tag("allocator", heap.allocator())
                .register(registry);
        if (heap.limit() >= 0) {
            Gauge.builder("heapwright.heap.limit", heap, ObservedBinding::limit)
                    .description("How many bytes may be live")
                    .baseUnit(BYTES)
                    .tag("allocator", heap.allocator())
                    .register(registry);
        }
        heap.allocatorTotals()
                .keySet()
                .forEach(kind -> Gauge.builder(
                                "heapwright.allocator.memory",
                                heap,
                                each -> each.allocatorTotals().getOrDefault(kind, 0L))
                        .description("Bytes that the allocator says it has")
                        .baseUnit(BYTES)
                        .tag("allocator", heap.allocator())
                        .tag("kind", kind)
                        .register(registry));
    }
}
