package com.acme.words;

import dev.heapwright.heap.Heap;

public final class Words {
    private Words() {}

    public static String binding() {
        return Heap.binding().toString();
    }
}
