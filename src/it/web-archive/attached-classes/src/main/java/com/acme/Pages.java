package com.acme;

import dev.heapwright.heap.Heap;

/** A class that a container would call. */
public final class Pages {
    private Pages() {}

    public static String boundTo() {
        return Heap.binding().toString();
    }
}
