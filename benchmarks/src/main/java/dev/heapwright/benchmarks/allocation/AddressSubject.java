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
        return new AddressSlots(new long[count]);
    }

    private final class AddressSlots implements Slots {
        private final long[] addresses;

        private AddressSlots(long[] addresses) {
            this.addresses = addresses;
        }

        @Override
        public void allocate(int from, int to, int size) {
            long[] addresses = this.addresses;
            for (int slot = from; slot < to; slot++) {
                addresses[slot] = AddressSubject.this.allocate(size);
            }
        }

        @Override
        public void free(int from, int to, int size) {
            long[] addresses = this.addresses;
            for (int slot = from; slot < to; slot++) {
                deallocate(addresses[slot], size);
            }
        }

        @Override
        public void replace(Replacements replacements, int times) {
            long[] addresses = this.addresses;
            for (int i = 0; i < times; i++) {
                int entry = replacements.entry();
                int size = replacements.size(entry);
                if (size != 0) {
                    deallocate(addresses[entry], size);
                }
                addresses[entry] = AddressSubject.this.allocate(replacements.resize(entry));
            }
        }
    }
}
