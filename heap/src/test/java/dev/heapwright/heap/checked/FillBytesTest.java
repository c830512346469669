package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FillBytesTest {
    private static final int MOST = 200;

    @ParameterizedTest
    @EnumSource
    void theFirstByteThatHasChangedIsFoundWhereverItIs(FillBytes pattern) {
        long memory = CHeap.malloc(MOST + 2);
        try {
            for (int bytes = 0; bytes <= MOST; bytes++) {
                // The surrounding memory belongs to others.
                Memory.fill(memory, MOST + 2, (byte) 0);
                long address = memory + 1;
                pattern.fill(address, bytes);
                assertEquals(-1, pattern.firstChanged(address, bytes));
                for (int changed = bytes - 1; changed >= 0; changed--) {
                    Memory.putByte(address + changed, (byte) (Memory.getByte(address + changed) ^ 0x10));
                    assertEquals(changed, pattern.firstChanged(address, bytes), bytes + " bytes");
                }
            }
        } finally {
            CHeap.free(memory);
        }
    }
}
