package dev.heapwright.benchmarks.allocation;

/** Realistic sizes: from 16 bytes to 16 KiB, each power of two with the same probability, and all sizes in between. */
public final class MixedSizes {
    private MixedSizes() {}

    /**
     * {@return the sizes, always the same; the C loop has the same generator}
     *
     * @param count how many
     */
    public static long[] of(int count) {
        long[] sizes = new long[count];
        long state = 42;
        for (int i = 0; i < count; i++) {
            // Knuth's MMIX generator, whose high bits are good enough here.
            state = state * 6364136223846793005L + 1442695040888963407L;
            int power = 4 + (int) ((state >>> 33) % 10);
            long base = 1L << power;
            sizes[i] = base + ((state >>> 43) & (base - 1));
        }
        return sizes;
    }
}
