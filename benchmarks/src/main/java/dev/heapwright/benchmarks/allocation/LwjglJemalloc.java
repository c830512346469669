package dev.heapwright.benchmarks.allocation;

import org.lwjgl.system.jemalloc.JEmalloc;

/** LWJGL's binding of jemalloc, the same library file. */
final class LwjglJemalloc extends AddressSubject {
    @Override
    long allocate(long size) {
        return JEmalloc.nje_malloc(size);
    }

    @Override
    void deallocate(long address, long size) {
        JEmalloc.nje_free(address);
    }

    @Override
    long reallocate(long address, long oldSize, long size) {
        return JEmalloc.nje_realloc(address, size);
    }
}
