package dev.heapwright.benchmarks.allocation;

import org.lwjgl.system.mimalloc.mimalloc;

/** LWJGL's binding of mimalloc, the same library file. */
final class LwjglMimalloc extends AddressSubject {
    @Override
    long allocate(long size) {
        return mimalloc.nmi_malloc(size);
    }

    @Override
    void deallocate(long address, long size) {
        mimalloc.nmi_free(address);
    }

    @Override
    long reallocate(long address, long oldSize, long size) {
        return mimalloc.nmi_realloc(address, size);
    }
}
