package dev.heapwright.benchmarks.allocation;

/** A subject that identifies blocks by their addresses. */
abstract class AddressSubject extends Subject {
    static final long ALIGNMENT = 8;

    abstract long allocate(long size);

    abstract void deallocate(long address, long size);

    abstract long reallocate(long address, long oldSize, long size);

    @Override
    final long pair(long size) {
        long address = allocate(size);
        Fence.pass(address);
        deallocate(address, size);
        return address;
    }

    @Override
    final long grow(long from, long to) {
        long address = allocate(from);
        long size = from;
        while (size < to) {
            address = reallocate(address, size, 2 * size);
            size *= 2;
        }
        deallocate(address, size);
        return address;
    }

    @Override
    final Slots slots(int count) {
        long[] addresses = new long[count];
        return new Slots() {
            @Override
            public void allocate(int slot, int size) {
                addresses[slot] = AddressSubject.this.allocate(size);
            }

            @Override
            public void free(int slot, int size) {
                deallocate(addresses[slot], size);
            }
        };
    }
}
