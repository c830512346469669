package com.acme;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

class OverrunIT {
    @Test
    void writesWhereItMay() {
        long block = Heap.allocate(64, 8);
        Memory.putByte(block + 63, (byte) 42);
        Heap.deallocate(block, 64, 8);
    }
}
