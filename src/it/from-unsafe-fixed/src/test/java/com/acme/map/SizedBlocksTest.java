package com.acme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

class SizedBlocksTest {
    @Test
    void areFreedByTheirAddress() {
        long[] blocks = new long[100];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = SizedBlocks.allocate(i);
            Memory.fill(blocks[i], i, (byte) i);
        }
        for (int i = 0; i < blocks.length; i++) {
            assertEquals(0, blocks[i] % 16);
            if (i > 0) {
                assertEquals(i, Memory.getByte(blocks[i] + i - 1));
            }
            SizedBlocks.free(blocks[i]);
        }
    }
}
