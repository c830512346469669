package com.example.linkedimage;

import dev.heapwright.heap.Heap;

/** Prints what {@code malloc} is, and who serves the native memory of seven consumers. */
public final class LinkedImage {
    private static final String ROW = "  %-16s %12s %12s %8s%n";

    private LinkedImage() {}

    /**
     * Runs the consumers, one after the other.
     *
     * @param arguments none
     * @throws Exception if one of them fails
     */
    public static void main(String[] arguments) throws Exception {
        System.out.println("linked-image: malloc is " + Heap.process());
        System.out.println("  bound to " + Heap.binding());
        System.out.printf(ROW, "bytes of", "jemalloc", "C library", "share");
        // What counting itself takes, at its first use, is not a consumer's.
        Counters.now();
        for (Consumer consumer : Consumer.values()) {
            Counters before = Counters.now();
            AutoCloseable taken = consumer.take();
            Counters counted = Counters.now().since(before);
            taken.close();
            double share = (double) counted.jemalloc() / Math.max(1, counted.jemalloc() + counted.cLibrary());
            System.out.printf(
                    ROW, consumer, counted.jemalloc(), counted.cLibrary(), "%.1f %%".formatted(100 * share));
        }
    }
}
