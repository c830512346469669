package com.acme;

import dev.heapwright.heap.Heap;

/** A program. */
public final class Main {
    private Main() {}

    /** Prints what the heap is bound to. */
    public static void main(String[] arguments) {
        System.out.println(Heap.binding());
    }
}
