package dev.heapwright.benchmarks.allocation;

/** A subject that wraps blocks in objects. */
abstract class ObjectSubject<T> extends Subject {
    abstract T allocate(int size);

    abstract void free(T block);

    /** Grows a block, preserving its content; the old one is no longer valid. */
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
        @SuppressWarnings("unchecked") // Nobody else has access to the array.
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
