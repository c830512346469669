package dev.heapwright.heap.observed;

/**
 * Keeps the fields of a subclass at least a cache line away from those of the object before: else two threads that each
 * write their own would slow each other down.
 */
@SuppressWarnings({"unused", "UnusedVariable"})
abstract class Apart {
    private long a;
    private long b;
    private long c;
    private long d;
    private long e;
    private long f;
    private long g;
    private long h;
}
