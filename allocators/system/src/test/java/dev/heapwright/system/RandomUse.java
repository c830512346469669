package dev.heapwright.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heapwright.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Uses the allocator at random. Every block is filled with bytes that follow from its own seed, and looked at before it
 * is resized or given back: whoever else wrote there is found out.
 */
final class RandomUse {
    record Block(long address, long size, long align, long seed) {}

    private final Random random;
    private final List<Block> live = new ArrayList<>();

    RandomUse(long seed) {
        random = new Random(seed);
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            switch (live.isEmpty() ? 0 : random.nextInt(4)) {
                case 0 -> allocate();
                case 1 -> resize();
                case 2 -> giveBack(take());
                default -> check(live.get(random.nextInt(live.size())));
            }
            if (live.size() > 200) {
                giveBack(take());
            }
        }
    }

    /** The blocks that are alive, which are no longer this object's. */
    List<Block> release() {
        List<Block> released = List.copyOf(live);
        live.clear();
        return released;
    }

    static void giveBack(Block block) {
        check(block);
        SystemAllocator.deallocate(block.address, block.size, block.align);
    }

    private void allocate() {
        long size = size();
        long align = 1L << random.nextInt(13);
        boolean zeroed = random.nextBoolean();
        long address = zeroed ? SystemAllocator.allocateZeroed(size, align) : SystemAllocator.allocate(size, align);
        if (zeroed) {
            for (long i = 0; i < size; i++) {
                assertEquals(0, Memory.getByte(address + i));
            }
        }
        keep(address, size, align);
    }

    private void resize() {
        Block block = take();
        check(block);
        long size = size();
        long address = SystemAllocator.reallocate(block.address, block.size, size, block.align);
        check(new Block(address, Math.min(block.size, size), block.align, block.seed));
        keep(address, size, block.align);
    }

    private void keep(long address, long size, long align) {
        assertNotEquals(0, address);
        assertEquals(0, address % align);
        assertNoOverlap(address, size);
        Block block = new Block(address, size, align, random.nextLong());
        for (long i = 0; i < size; i++) {
            Memory.putByte(address + i, expected(block, i));
        }
        live.add(block);
    }

    private void assertNoOverlap(long address, long size) {
        for (Block other : live) {
            if (address < other.address + other.size && other.address < address + size) {
                throw new AssertionError("[" + address + ", +" + size + ") overlaps " + other);
            }
        }
    }

    private Block take() {
        int last = live.size() - 1;
        int index = random.nextInt(live.size());
        Block block = live.get(index);
        live.set(index, live.get(last));
        live.remove(last);
        return block;
    }

    private long size() {
        return 1L + random.nextInt(1 << random.nextInt(15));
    }

    private static void check(Block block) {
        for (long i = 0; i < block.size; i++) {
            byte found = Memory.getByte(block.address + i);
            if (found != expected(block, i)) {
                throw new AssertionError("byte " + i + " of " + block + " is " + found);
            }
        }
    }

    private static byte expected(Block block, long index) {
        return (byte) (((block.seed + index) * 0x9E3779B97F4A7C15L) >>> 56);
    }
}
