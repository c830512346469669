package com.acme;

import dev.heapwright.heap.Heap;

/** A program that is started with an allocator. */
public final class Main {
    private Main() {}

    /** Prints what malloc is, what the heap is bound to, and its arguments. */
    public static void main(String[] arguments) {
        System.out.println(Heap.process());
        System.out.println(Heap.binding());
        System.out.println(String.join(", ", arguments));
    }
}
