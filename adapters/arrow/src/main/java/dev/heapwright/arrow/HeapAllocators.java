package dev.heapwright.arrow;

import dev.heapwright.heap.Heap;
import org.apache.arrow.memory.AllocationListener;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.rounding.DefaultRoundingPolicy;
import org.apache.arrow.memory.rounding.RoundingPolicy;

/**
 * Root allocators of Arrow that take their memory from the heap. Their parameters are those of {@link RootAllocator}'s
 * constructors, and child allocators are on the heap too.
 *
 * <p>In all else they are what Arrow's users know: a buffer beyond the limit is an {@link
 * org.apache.arrow.memory.OutOfMemoryException}, and so is one for which the heap has no memory, then with the {@link
 * dev.heapwright.heap.HeapExhaustedError} as its cause; closing one that has lent out memory is an {@link
 * IllegalStateException}.
 *
 * <p>Each method throws a {@link dev.heapwright.heap.BindingError} if the build has bound no allocator, or several.
 */
public final class HeapAllocators {
    private HeapAllocators() {}

    /**
     * {@return a root allocator without a limit; to be closed after all that it has lent out}
     */
    public static RootAllocator root() {
        return root(Long.MAX_VALUE);
    }

    /**
     * {@return a root allocator; to be closed after all that it has lent out}
     *
     * @param limit of what it may lend out at a time, in bytes, 0 or greater
     * @throws IllegalArgumentException if the limit is negative
     */
    public static RootAllocator root(long limit) {
        return root(AllocationListener.NOOP, limit, DefaultRoundingPolicy.DEFAULT_ROUNDING_POLICY);
    }

    /**
     * {@return a root allocator; to be closed after all that it has lent out}
     *
     * @param listener told of each buffer, and asked before one is refused because of the limit
     * @param limit of what it may lend out at a time, in bytes, 0 or greater
     * @param rounding how the sizes of buffers are rounded; what it returns is what the heap is asked for
     * @throws IllegalArgumentException if the limit is negative
     */
    public static RootAllocator root(AllocationListener listener, long limit, RoundingPolicy rounding) {
        // Fails where nothing is bound: better here than at the first buffer.
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
