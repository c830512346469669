package dev.heapwright.heap.observed;

import java.util.Map;

/**
 * The heap of a program with observed glue, for JMX: {@code dev.heapwright:type=Heap}. All numbers are bytes.
 *
 * @see ObservedBinding#register
 */
public interface HeapMXBean {
    /** {@return what the heap is bound to, and why} */
    String getBinding();

    /** {@return the bytes of all blocks that were allocated} */
    long getAllocatedBytes();

    /** {@return the bytes of all blocks that were freed} */
    long getFreedBytes();

    /** {@return the bytes of all live blocks} */
    long getLiveBytes();

    /** {@return how many bytes may be live; -1 if that is not limited} */
    long getLimit();

    /** {@return what the allocator says of its own memory, by its own names; empty if it says nothing} */
    Map<String, Long> getAllocatorTotals();

    /** {@return where the live blocks were allocated, those with the most bytes first, as text} */
    String liveSites();

    /** {@return what of that has changed since this was last called, as text; the first time, all of it} */
    String growth();
}
