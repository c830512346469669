package com.acme.linked.m11;

import dev.heapwright.heap.Heap;
import dev.heapwright.heap.HeapExhaustedError;

final class Main {
    private Main() {}

    public static void main(String[] module) {
        try {
            Heap.allocate(1L << 40, 32);
        } catch (OutOfMemoryError error) {
            HeapExhaustedError exhausted = (HeapExhaustedError) error;
            System.out.println(module[0] + ": no " + exhausted.size() + " bytes aligned to " + exhausted.align()
                    + " from " + exhausted.allocator() + ", bound to " + Heap.binding());
        }
    }
}
