package com.example.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.heap.Binding;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import java.util.HashMap;
import java.util.Map;

/**
 * Hand-written glue that binds the heap of these tests to the C library. It tracks every live block, rounds up sizes,
 * fills new blocks with garbage, moves a block on every reallocation, and fails on request.
 */
public final class TestBinding extends Binding {
    private record Block(long size, long usable, long align) {}

    private static final long GRANULE = 24;
    private static final byte GARBAGE = 0x5A;

    private static final Map<Long, Block> LIVING = new HashMap<>();
    private static long allocationsLeft = Long.MAX_VALUE;

    /** Called by the service loader. */
    public TestBinding() {
        super("com.example.index.TestBinding", "1", "for tests");
    }

    static long livingBlocks() {
        return LIVING.size();
    }

    static long livingBytes() {
        return LIVING.values().stream().mapToLong(Block::usable).sum();
    }

    /** From now on, this many allocations and reallocations succeed, and later ones fail. */
    static void failAfter(long allocations) {
        allocationsLeft = allocations;
    }

    static void failNoMore() {
        allocationsLeft = Long.MAX_VALUE;
    }

    @Override
    protected long allocate(long size, long align) {
        if (allocationsLeft == 0) {
            return 0;
        }
        allocationsLeft--;
        Block block = new Block(size, usableSize(size, align), align);
        long address = CHeap.alignedAlloc(align, block.usable());
        Memory.fill(address, block.usable(), GARBAGE);
        LIVING.put(address, block);
        return address;
    }

    @Override
    protected void deallocate(long address, long oldSize, long align) {
        Block block = LIVING.remove(address);
        assertNotNull(block, "not a block");
        assertEquals(block.align(), align);
        assertTrue(oldSize >= block.size() && oldSize <= block.usable(), oldSize + " is not of " + block);
        CHeap.alignedFree(address, align);
    }

    @Override
    protected long reallocate(long address, long oldSize, long size, long align) {
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    @Override
    protected long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    @Override
    protected long usableSize(long size, long align) {
        return (size + GRANULE - 1) / GRANULE * GRANULE;
    }
}
