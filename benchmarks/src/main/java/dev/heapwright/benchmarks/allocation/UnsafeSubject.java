package dev.heapwright.benchmarks.allocation;

import static dev.heapwright.benchmarks.PlainUnsafe.UNSAFE;

/** {@code sun.misc.Unsafe}, which uses the C library's malloc. */
final class UnsafeSubject extends AddressSubject {
    @Override
    long allocate(long size) {
        return UNSAFE.allocateMemory(size);
    }

    @Override
    void deallocate(long address, long size) {
        UNSAFE.freeMemory(address);
    }

    @Override
    long reallocate(long address, long oldSize, long size) {
        return UNSAFE.reallocateMemory(address, size);
    }
}
