package com.acme.web;

import dev.heapwright.heap.Heap;

public final class Pages {
    private Pages() {}

    public static String binding() {
        return Heap.binding().toString();
    }
}
