package dev.heapwright.arrow;

import dev.heapwright.heap.Heap;
import org.apache.arrow.memory.AllocationListener;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.rounding.DefaultRoundingPolicy;
import org.apache.arrow.memory.rounding.RoundingPolicy;

/**
 * Root allocators of Arrow that get their memory from the heap. Their parameters are those of {@link RootAllocator}'s
 * constructors, and child allocators use the heap too.
 *
 * <p>Otherwise they behave like Arrow's own: a buffer beyond the limit causes an {@link
 * org.apache.arrow.memory.OutOfMemoryException}, and so does one for which the heap has no memory, then with the {@link
 * dev.heapwright.heap.HeapExhaustedError} as its cause; closing an allocator with outstanding memory causes an {@link
 * IllegalStateException}.
 *
 * <p>Each method throws a {@link dev.heapwright.heap.BindingError} if the build has bound no allocator, or several.
 */
public final class HeapAllocators {
    private HeapAllocators() {}

    /**
     * {@return a root allocator without a limit; to be closed after all its buffers}
     */
    public static RootAllocator root() {
        return root(Long.MAX_VALUE);
    }

    /**
     * {@return a root allocator; to be closed after all its buffers}
     *
     * @param limit of the memory outstanding at any time, in bytes, 0 or greater
     * @throws IllegalArgumentException if the limit is negative
     */
    public static RootAllocator root(long limit) {
        return root(AllocationListener.NOOP, limit, DefaultRoundingPolicy.DEFAULT_ROUNDING_POLICY);
    }

    /**
     * {@return a root allocator; to be closed after all its buffers}
     *
     * @param listener notified of each buffer, and consulted before one is refused because of the limit
     * @param limit of the memory outstanding at any time, in bytes, 0 or greater
     * @param rounding how the sizes of buffers are rounded; its result is the size requested from the heap
     * @throws IllegalArgumentException if the limit is negative
     */
    public static RootAllocator root(AllocationListener listener, long limit, RoundingPolicy rounding) {
        // Fails if nothing is bound: better here than at the first buffer.
        Heap.binding();
        // Before RootAllocator, which would look for a default.
        AllocationManager.Factory factory = HeapAllocationManager.FACTORY;
        return new RootAllocator(RootAllocator.configBuilder()
                .allocationManagerFactory(factory)
                .listener(listener)
                .maxAllocation(limit)
                .roundingPolicy(rounding)
                .build());
    }
}
