package com.example.slab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heapwright.memory.Memory;

/**
 * A block filled with a pattern that depends on its address, so that whoever writes into it by mistake is noticed when
 * it is checked: before it is resized or given back.
 */
record Block(long address, long size, long align) {
    static Block allocate(long size, long align) {
        long address = SlabAllocator.allocate(size, align);
        assertNotEquals(0, address, () -> "no memory for " + size + " aligned to " + align);
        Block block = new Block(address, size, align);
        block.fill();
        return block;
    }

    long usableSize() {
        return SlabAllocator.usableSize(size, align);
    }

    Block reallocate(long newSize) {
        check(address, usableSize());
        long moved = SlabAllocator.reallocate(address, size, newSize, align);
        assertNotEquals(0, moved);
        check(moved, Math.min(size, newSize));
        Block block = new Block(moved, newSize, align);
        block.fill();
        return block;
    }

    void deallocate(long oldSize) {
        check(address, usableSize());
        SlabAllocator.deallocate(address, oldSize, align);
    }

    private void fill() {
        Memory.fill(address, usableSize(), pattern());
    }

    /** Whether the pattern is at the first {@code length} bytes from {@code start}: all are equal to the next. */
    private void check(long start, long length) {
        assertEquals(pattern(), Memory.getByte(start));
        assertEquals(-1, Memory.mismatch(start, start + 1, length - 1), () -> "written into: " + this);
    }

    private byte pattern() {
        return (byte) (address >>> 3 ^ address >>> 11 ^ address >>> 19);
    }
}
