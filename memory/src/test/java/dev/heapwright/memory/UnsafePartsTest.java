package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares the implementation for other machines with this machine's own unaligned access. */
class UnsafePartsTest {
    @BeforeEach
    void onlyWhereUnsafeIsUsed() {
        assumeFalse(Platform.FOREIGN, "sun.misc.Unsafe is not used on this Java");
    }

    @Test
    void valuesReadInPartsAreEqual() {
        try (Block block = Block.of(Block.randomBytes(24, 5))) {
            for (long address = block.address(); address < block.address() + 16; address++) {
                assertEquals(Memory.getShort(address), UnsafeParts.getShort(address));
                assertEquals(Memory.getInt(address), UnsafeParts.getInt(address));
                assertEquals(Memory.getLong(address), UnsafeParts.getLong(address));
            }
        }
    }

    @Test
    void valuesWrittenInPartsAreEqual() {
        try (Block block = Block.of(24)) {
            for (long address = block.address(); address < block.address() + 16; address++) {
                UnsafeParts.putShort(address, (short) 0x80FE);
                assertEquals((short) 0x80FE, Memory.getShort(address));
                UnsafeParts.putInt(address, 0x80FE_7F01);
                assertEquals(0x80FE_7F01, Memory.getInt(address));
                UnsafeParts.putLong(address, 0x80FE_7F01_9A02_0304L);
                assertEquals(0x80FE_7F01_9A02_0304L, Memory.getLong(address));
            }
        }
    }
}
