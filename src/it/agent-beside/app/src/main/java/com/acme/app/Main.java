package com.acme.app;

import dev.heapwright.heap.Heap;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        Heap.deallocate(Heap.allocate(64, 8), 64, 8);
        System.out.println("application: " + Heap.binding());
    }
}
