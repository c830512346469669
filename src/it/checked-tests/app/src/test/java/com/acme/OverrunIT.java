package com.acme;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

class OverrunIT {
    @Test
    void writesTooFar() {
        Memory.putByte(Heap.allocate(64, 8) + 64, (byte) 42);
    }
}
