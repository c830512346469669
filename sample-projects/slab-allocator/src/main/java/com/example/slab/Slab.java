package com.example.slab;

import dev.heapwright.memory.Memory;

/**
 * A slab's descriptor: which of its blocks are free. Freed blocks are in a linked list that runs through the blocks
 * themselves; those that were never allocated follow {@code UNTOUCHED}, so that a new slab's memory is touched only as
 * far as it is used. Not thread-safe: {@link SizeCache} has the lock.
 */
final class Slab {
    /** The first freed block, 0 if there is none; each contains the address of the next. */
    private static final long FREE = NodeList.LINKS;

    /** The first block that was never allocated. */
    private static final long UNTOUCHED = FREE + 8;

    /** The end of the last whole block. */
    private static final long END = FREE + 16;

    /** The number of blocks that are allocated. */
    private static final long USED = FREE + 24;

    private Slab() {}

    /**
     * Divides a whole slab into free blocks.
     *
     * @param slab its descriptor
     * @param blockSize in bytes
     */
    static void format(long slab, int blockSize) {
        long start = ChunkPool.memoryOf(slab);
        Memory.putLong(slab + FREE, 0);
        Memory.putLong(slab + UNTOUCHED, start);
        Memory.putLong(slab + END, start + ChunkPool.SLAB_SIZE / blockSize * blockSize);
        Memory.putLong(slab + USED, 0);
    }

    /** {@return a block of this slab, which is not full} */
    static long take(long slab, int blockSize) {
        long block = Memory.getLong(slab + FREE);
        if (block != 0) {
            Memory.putLong(slab + FREE, Memory.getLong(block));
        } else {
            block = Memory.getLong(slab + UNTOUCHED);
            Memory.putLong(slab + UNTOUCHED, block + blockSize);
        }
        Memory.putLong(slab + USED, Memory.getLong(slab + USED) + 1);
        return block;
    }

    static void giveBack(long slab, long block) {
        Memory.putLong(block, Memory.getLong(slab + FREE));
        Memory.putLong(slab + FREE, block);
        Memory.putLong(slab + USED, Memory.getLong(slab + USED) - 1);
    }

    /** {@return whether all blocks are allocated} */
    static boolean isFull(long slab) {
        return Memory.getLong(slab + FREE) == 0 && Memory.getLong(slab + UNTOUCHED) == Memory.getLong(slab + END);
    }

    /** {@return whether no block is allocated} */
    static boolean isEmpty(long slab) {
        return Memory.getLong(slab + USED) == 0;
    }
}
