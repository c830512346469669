package dev.heapwright.benchmarks.allocation;

/** A way that wraps blocks into objects. */
abstract class ObjectSubject<T> extends Subject {
    abstract T allocate(int size);

    abstract void free(T block);

    /** Makes a block larger, its content kept; the old one is gone. */
    abstract T enlarged(T block, int size);

    @Override
    final long pair(long size) {
        T block = allocate((int) size);
        free(block);
        return size;
    }

    @Override
    final long grow(long from, long to) {
        T block = allocate((int) from);
        long size = from;
        while (size < to) {
            size *= 2;
            block = enlarged(block, (int) size);
        }
        free(block);
        return size;
    }

    @Override
    final Slots slots(int count) {
        @SuppressWarnings("unchecked") // Nobody else sees the array.
        T[] blocks = (T[]) new Object[count];
        return new Slots() {
            @Override
            public void allocate(int slot, int size) {
                blocks[slot] = ObjectSubject.this.allocate(size);
            }

            @Override
            public void free(int slot, int size) {
                ObjectSubject.this.free(blocks[slot]);
            }
        };
    }
}
