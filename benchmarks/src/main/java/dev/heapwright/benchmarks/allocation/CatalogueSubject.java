package dev.heapwright.benchmarks.allocation;

import com.example.file.FileAllocator;
import com.example.guard.GuardAllocator;
import com.example.hugepages.HugePageAllocator;
import com.example.region.RegionAllocator;
import dev.heapwright.guarded.GuardedAllocator;
import dev.heapwright.hardened.HardenedAllocator;
import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.system.SystemAllocator;

/** An allocator that is called directly, as by glue. */
final class CatalogueSubject extends AddressSubject {
    private final Allocate allocate;
    private final Deallocate deallocate;
    private final Reallocate reallocate;

    private interface Allocate {
        long allocate(long size, long align);
    }

    private interface Deallocate {
        void deallocate(long address, long oldSize, long align);
    }

    private interface Reallocate {
        long reallocate(long address, long oldSize, long size, long align);
    }

    private CatalogueSubject(Allocate allocate, Deallocate deallocate, Reallocate reallocate) {
        this.allocate = allocate;
        this.deallocate = deallocate;
        this.reallocate = reallocate;
    }

    static CatalogueSubject system() {
        return new CatalogueSubject(
                SystemAllocator::allocate, SystemAllocator::deallocate, SystemAllocator::reallocate);
    }

    static CatalogueSubject jemalloc() {
        return new CatalogueSubject(
                JemallocAllocator::allocate, JemallocAllocator::deallocate, JemallocAllocator::reallocate);
    }

    static CatalogueSubject region() {
        return new CatalogueSubject(
                RegionAllocator::allocate, RegionAllocator::deallocate, RegionAllocator::reallocate);
    }

    static CatalogueSubject guard() {
        return new CatalogueSubject(GuardAllocator::allocate, GuardAllocator::deallocate, GuardAllocator::reallocate);
    }

    static CatalogueSubject guarded() {
        return new CatalogueSubject(
                GuardedAllocator::allocate, GuardedAllocator::deallocate, GuardedAllocator::reallocate);
    }

    static CatalogueSubject hardened() {
        return new CatalogueSubject(
                HardenedAllocator::allocate, HardenedAllocator::deallocate, HardenedAllocator::reallocate);
    }

    static CatalogueSubject hugePages() {
        return new CatalogueSubject(
                HugePageAllocator::allocate, HugePageAllocator::deallocate, HugePageAllocator::reallocate);
    }

    static CatalogueSubject file() {
        return new CatalogueSubject(FileAllocator::allocate, FileAllocator::deallocate, FileAllocator::reallocate);
    }

    @Override
    long allocate(long size) {
        return allocate.allocate(size, ALIGNMENT);
    }

    @Override
    void deallocate(long address, long size) {
        deallocate.deallocate(address, size, ALIGNMENT);
    }

    @Override
    long reallocate(long address, long oldSize, long size) {
        return reallocate.reallocate(address, oldSize, size, ALIGNMENT);
    }
}
