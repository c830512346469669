package dev.heapwright.heap.checked;

import dev.heapwright.memory.Memory;

/**
 * What memory is filled with so that writes can be detected: bytes that are neither text nor a small number, and odd if
 * used as pointers.
 */
enum FillBytes {
    /** A new block: to expose code that assumes zeroed memory. */
    FRESH(0xA5),
    /** Around a block. */
    FENCE(0xFD),
    /** A freed block. */
    FREED(0xDF);

    /** Up to this many bytes, for example a fence, a simple loop is faster than starting a comparison of ranges. */
    private static final int FEW = 64;

    private final byte value;
    private final long eight;

    FillBytes(int value) {
        this.value = (byte) value;
        this.eight = value * 0x0101_0101_0101_0101L;
    }

    void fill(long address, long bytes) {
        Memory.fill(address, bytes, value);
    }

    /** {@return the index of the first byte that differs; -1 if there is none} */
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
        // All are equal if each equals the next; if two differ, the second is the first different byte.
        long same = Memory.mismatch(address, address + 1, bytes - 1);
        return same < 0 ? -1 : same + 1;
    }

    /** {@return whether all of a few bytes match the pattern; also false if they are not a whole number of words} */
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
