package com.acme;

import dev.heapwright.heap.Heap;

/** Prints what malloc is in the JVM that runs the suite. */
public final class Main {
    private Main() {}

    /** Prints it. */
    public static void main(String[] arguments) {
        System.out.println(Heap.process());
    }
}
