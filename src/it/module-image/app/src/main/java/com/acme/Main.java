package com.acme;

import dev.heapwright.heap.Heap;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        long address = Heap.allocate(8, 8);
        System.out.println(Main.class.getModule() + " is bound to " + Heap.binding());
        Heap.deallocate(address, 8, 8);
        if (args.length > 0) {
            System.out.println("malloc is " + Heap.process());
        }
    }
}
