package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Heap;

/** The heap, bound according to the class path. */
final class HeapSubject extends AddressSubject {
    @Override
    long allocate(long size) {
        return Heap.allocate(size, ALIGNMENT);
    }

    @Override
    void deallocate(long address, long size) {
        Heap.deallocate(address, size, ALIGNMENT);
    }

    @Override
    long reallocate(long address, long oldSize, long size) {
        return Heap.reallocate(address, oldSize, size, ALIGNMENT);
    }
}
