package com.acme.index;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

class UseAfterFreeTest {
    @Test
    void writesInTime() {
        try (Index index = new Index()) {
            Memory.putByte(index.block(), (byte) 42);
        }
    }
}
