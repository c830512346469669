package com.example.linkedimage;

import dev.heapwright.heap.Heap;
import java.time.Duration;

/** Prints what {@code malloc} is, and who serves the native memory of seven consumers. */
public final class LinkedImage {
    private static final String ROW = "  %-16s %12s %12s %8s%n";

    private LinkedImage() {}

    /**
     * Runs the consumers, one after the other, or {@link Churn}.
     *
     * @param arguments none, or {@code churn} and for how many minutes
     * @throws Exception if one of them fails
     */
    public static void main(String[] arguments) throws Exception {
        System.out.println("linked-image: malloc is " + Heap.process());
        System.out.println("  bound to " + Heap.binding());
        if (arguments.length == 2 && arguments[0].equals("churn")) {
            new Churn(Duration.ofMinutes(Long.parseLong(arguments[1]))).run();
            return;
        }
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
