package dev.heapwright.benchmarks.allocation;

/** Which entries of a cache are replaced, and by how large ones: as in the loop in C, at random, and 16 to 527 bytes. */
final class Replacements {
    private final int[] sizes;
    private long random = 88172645463325252L;

    Replacements(int entries) {
        sizes = new int[entries];
    }

    /** {@return the entry that is replaced next} */
    int entry() {
        // Marsaglia's xorshift.
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int) ((random >>> 20 & 0xfffffff) % sizes.length);
    }

    /** {@return the size of the entry's block in bytes, or 0 if it has none yet} */
    int size(int entry) {
        return sizes[entry];
    }

    /** Chooses another size, in bytes, and returns it. */
    int resize(int entry) {
        int size = 16 + (int) (random & 511);
        sizes[entry] = size;
        return size;
    }
}
