package dev.heapwright.natives;

import dev.heapwright.heap.BindingError;
import dev.heapwright.heap.Heap;

/** A program that allocates a block, twice, and prints what the heap is bound to, or why it cannot be used. */
final class PrintBinding {
    private PrintBinding() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            try {
                Heap.deallocate(Heap.allocate(16, 16), 16, 16);
                System.out.println(Heap.binding());
            } catch (BindingError e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
