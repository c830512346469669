package dev.heapwright.benchmarks.allocation;

/** A way to allocate and free native memory. Blocks are aligned to at least 8 bytes. */
abstract class Subject {
    /** The system property that selects the subject that a JVM measures. */
    static final String PROPERTY = "heapwright.benchmark.subject";

    /** The subject that this JVM measures: no other subclass is loaded, so the JIT inlines its methods. */
    static final Subject MEASURED =
            Subjects.valueOf(System.getProperty(PROPERTY, "UNSAFE")).create();

    /**
     * Allocates a block and frees it.
     *
     * @param size in bytes
     * @return the block's address, or anything else that depends on it
     */
    abstract long pair(long size);

    /**
     * Grows a block by doubling, and frees it.
     *
     * @param from its initial size, in bytes
     * @param to its final size
     * @return the block's address, or anything else that depends on it
     */
    abstract long grow(long from, long to);

    /**
     * {@return places for blocks that live for a while}
     *
     * @param count how many
     */
    abstract Slots slots(int count);

    /**
     * Places for blocks. A place is never used by two threads at the same time. As in the loops in C, a call is for many
     * blocks, so that it is them that is measured.
     */
    interface Slots {
        /** Puts new blocks into empty places, from one up to another that is not included. */
        void allocate(int from, int to, int size);

        /** Empties places, from one up to another that is not included. */
        void free(int from, int to, int size);

        /** Replaces blocks by ones of other sizes, as many times. */
        void replace(Replacements replacements, int times);
    }
}
