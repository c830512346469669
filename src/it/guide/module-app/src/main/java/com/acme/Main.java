package com.acme;

import com.acme.lines.LineIndex;
import dev.heapwright.heap.Heap;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (LineIndex index = new LineIndex()) {
            index.add(80);
            System.out.println("line 0 begins at " + index.get(0) + ", bound to " + Heap.binding());
        }
    }
}
