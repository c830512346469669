package com.acme.index;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

class UseAfterFreeTest {
    @Test
    void writesTooLate() {
        Index index = new Index();
        index.close();
        Memory.putByte(index.block(), (byte) 42);
    }
}
