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
        return new ObjectSlots(blocks);
    }

    private final class ObjectSlots implements Slots {
        private final T[] blocks;

        private ObjectSlots(T[] blocks) {
            this.blocks = blocks;
        }

        @Override
        public void allocate(int from, int to, int size) {
            T[] blocks = this.blocks;
            for (int slot = from; slot < to; slot++) {
                blocks[slot] = ObjectSubject.this.allocate(size);
            }
        }

        @Override
        public void free(int from, int to, int size) {
            T[] blocks = this.blocks;
            for (int slot = from; slot < to; slot++) {
                ObjectSubject.this.free(blocks[slot]);
            }
        }

        @Override
        public void replace(Replacements replacements, int times) {
            T[] blocks = this.blocks;
            for (int i = 0; i < times; i++) {
                int entry = replacements.entry();
                if (replacements.size(entry) != 0) {
                    ObjectSubject.this.free(blocks[entry]);
                }
                blocks[entry] = ObjectSubject.this.allocate(replacements.resize(entry));
            }
        }
    }
}
