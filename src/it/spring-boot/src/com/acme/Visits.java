package com.acme;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import org.springframework.stereotype.Component;

/** A number in native memory. Spring closes it with the application's context. */
@Component
public class Visits implements AutoCloseable {
    private final long number = Heap.allocateZeroed(8, 8);

    public synchronized long next() {
        Memory.putLong(number, Memory.getLong(number) + 1);
        return Memory.getLong(number);
    }

    @Override
    public void close() {
        Heap.deallocate(number, 8, 8);
    }
}
