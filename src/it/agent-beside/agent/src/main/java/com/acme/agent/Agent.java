package com.acme.agent;

import dev.heapwright.heap.Heap;

public final class Agent {
    private Agent() {}

    public static void premain(String arguments) {
        Heap.deallocate(Heap.allocate(64, 8), 64, 8);
        System.out.println("agent: " + Heap.binding());
    }
}
