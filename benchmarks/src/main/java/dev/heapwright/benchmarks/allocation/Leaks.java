package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Heap;
import java.io.IOException;

/** A program that leaks a million blocks of 16 bytes. It prints the time, in ms, and the peak resident set, in MiB. */
public final class Leaks {
    private static final int BLOCKS = 1_000_000;

    private Leaks() {}

    /** The program that is started. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < BLOCKS; i++) {
            if (Heap.allocate(16, 8) == 0) {
                throw new IllegalStateException("a block at 0");
            }
        }
        long end = System.nanoTime();
        System.out.printf("%.1f %.1f%n", (end - start) / 1e6, PeakMemory.mebibytes());
    }
}
