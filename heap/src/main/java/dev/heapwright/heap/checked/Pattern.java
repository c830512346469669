package dev.heapwright.heap.checked;

import dev.heapwright.memory.Memory;

/** What memory is filled with so that a write is seen: bytes that are neither text nor a small number, and odd as pointers. */
enum Pattern {
    /** A block that was just allocated: who relies on zeros does not find them. */
    FRESH(0xA5),
    /** Around a block. */
    FENCE(0xFD),
    /** A block that was given back. */
    FREED(0xDF);

    private final byte value;

    Pattern(int value) {
        this.value = (byte) value;
    }

    void fill(long address, long bytes) {
        Memory.fill(address, bytes, value);
    }

    /** {@return the index of the first byte that is another; -1 where there is none} */
    long firstChanged(long address, long bytes) {
        if (bytes == 0) {
            return -1;
        }
        if (Memory.getByte(address) != value) {
            return 0;
        }
        // All are the same if each is the same as the next; where two differ, the second is the first that is another.
        long same = Memory.mismatch(address, address + 1, bytes - 1);
        return same < 0 ? -1 : same + 1;
    }
}
