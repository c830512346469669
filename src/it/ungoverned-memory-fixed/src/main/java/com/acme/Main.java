package com.acme;

import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.heap.Heap;
import java.io.IOException;
import java.nio.file.Path;

@NeedsAllocator
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        long block = Heap.allocate(64, 16);
        Heap.deallocate(block, 64, 16);
        Chunks.grow(64);
        if (arguments.length == 1) {
            Journal.open(Path.of(arguments[0]));
        }
    }
}
