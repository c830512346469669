package dev.heapwright.natives;

import dev.heapwright.heap.Heap;

/** A program that prints what {@code malloc} is, without allocating. */
final class PrintProcess {
    private PrintProcess() {}

    public static void main(String[] arguments) {
        System.out.println(Heap.process());
    }
}
