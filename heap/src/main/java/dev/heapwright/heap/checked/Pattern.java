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

    /** Up to so many bytes, such as a fence has, are compared in less time than a comparison of ranges is begun. */
    private static final int FEW = 64;

    private final byte value;
    private final long eight;

    Pattern(int value) {
        this.value = (byte) value;
        this.eight = value * 0x0101_0101_0101_0101L;
    }

    void fill(long address, long bytes) {
        Memory.fill(address, bytes, value);
    }

    /** {@return the index of the first byte that is another; -1 where there is none} */
    long firstChanged(long address, long bytes) {
        if (bytes == 0) {
            return -1;
        }
        if (bytes <= FEW && isWhole(address, bytes)) {
            return -1;
        }
        if (Memory.getByte(address) != value) {
            return 0;
        }
        // All are the same if each is the same as the next; where two differ, the second is the first that is another.
        long same = Memory.mismatch(address, address + 1, bytes - 1);
        return same < 0 ? -1 : same + 1;
    }

    /** {@return whether all of a few bytes are the pattern's; false as well where they are no whole number of words} */
    private boolean isWhole(long address, long bytes) {
        if (bytes % Long.BYTES != 0) {
            return false;
        }
        long changed = 0;
        for (long at = address; at < address + bytes; at += Long.BYTES) {
            changed |= Memory.getLong(at) ^ eight;
        }
        return changed == 0;
    }
}
