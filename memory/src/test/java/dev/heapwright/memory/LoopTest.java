package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

/** The loops of the guide's page: all do the same. */
class LoopTest {
    private static final int COUNT = 1000;

    /** One value at a time, at its address. */
    static void byAddress(long address, int count) {
        for (int i = 0; i < count; i++) {
            Memory.putInt(address + 4L * i, i);
        }
    }

    /** The same with a buffer. */
    static void byBuffer(long address, int count) {
        IntBuffer values = Memory.intBuffer(address, count);
        for (int i = 0; i < count; i++) {
            values.put(i, i);
        }
    }

    @Test
    void bothStoreTheSame() {
        try (Block one = Block.of(4 * COUNT);
                Block other = Block.of(4 * COUNT)) {
            byAddress(one.address(), COUNT);
            byBuffer(other.address(), COUNT);
            assertEquals(COUNT - 1, Memory.getInt(one.address() + 4L * (COUNT - 1)));
            assertEquals(0, Memory.compare(one.address(), other.address(), 4 * COUNT));
        }
    }
}
