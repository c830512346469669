package dev.heapwright.heap.observed;

/**
 * The bytes that all threads have asked the heap for, exact when none of them is allocating or freeing. The heap's bytes are
 * those that were asked for; what an allocator takes for them is more.
 *
 * @param allocatedBytes of all blocks that were allocated, since the heap was first used
 * @param freedBytes of all blocks that were freed; a resized block counts as freed and allocated
 */
public record HeapCounts(long allocatedBytes, long freedBytes) {
    /** {@return the bytes of all live blocks} */
    public long liveBytes() {
        return allocatedBytes - freedBytes;
    }
}
