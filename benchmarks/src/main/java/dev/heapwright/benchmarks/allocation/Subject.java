package dev.heapwright.benchmarks.allocation;

/** A way to get native memory and to give it back. Blocks are aligned to 8 bytes at least. */
abstract class Subject {
    /** The system property that says which one a JVM measures. */
    static final String PROPERTY = "heapwright.benchmark.subject";

    /** The one that this JVM measures: no other class extends this one here, and so the JIT inlines its methods. */
    static final Subject MEASURED =
            Subjects.valueOf(System.getProperty(PROPERTY, "UNSAFE")).create();

    /**
     * Allocates a block and gives it back.
     *
     * @param size in bytes
     * @return the block's address, or anything else that depends on it
     */
    abstract long pair(long size);

    /**
     * Grows a block by doubling, and gives it back.
     *
     * @param from the size it is allocated with, in bytes
     * @param to the size at which it is large enough
     * @return the block's address, or anything else that depends on it
     */
    abstract long grow(long from, long to);

    /**
     * {@return places for blocks that live for a while}
     *
     * @param count how many
     */
    abstract Slots slots(int count);

    /** Places for blocks. The same place is never used by two threads at once. */
    interface Slots {
        /** Puts a new block into an empty place. */
        void allocate(int slot, int size);

        /** Empties a place. */
        void free(int slot, int size);
    }
}
