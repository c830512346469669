package com.example.slab;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * Allocates chunks from the C library, carves them into slabs, and frees a chunk once all its slabs are free, except
 * for one that is kept for the next slab.
 *
 * <p>A chunk is {@value #CHUNK_SIZE} bytes, aligned to its size, so that clearing the low bits of any address in it
 * gives the chunk. It is divided into parts of {@value #SLAB_SIZE} bytes, one for each slab; instead of a slab, the
 * first part contains the chunk's own node and the slabs' descriptors, {@value #DESCRIPTOR_SIZE} bytes each. They are
 * there rather than in the slabs, so that blocks begin where their slab does and have its alignment; the rest of the
 * first part is never touched, and so takes address space but no memory.
 *
 * <p>Thread-safe. It never waits for any other lock, so it can be called while one is held.
 */
final class ChunkPool {
    /** The size of a chunk in bytes, a power of two. */
    static final long CHUNK_SIZE = 1 << 20;

    /** The size of a slab in bytes, a power of two; also the minimum alignment of every slab. */
    static final long SLAB_SIZE = 1 << 16;

    /**
     * The size of a descriptor in bytes: a cache line, so that threads with different slabs do not write to the same
     * line.
     */
    static final long DESCRIPTOR_SIZE = 64;

    /** The offset in a chunk's node of the set of its free slabs: bit i for slab i. */
    private static final long FREE = NodeList.LINKS;

    /** All slabs; bit 0 is not set, as the first part contains the descriptors. */
    private static final long ALL = (1L << (CHUNK_SIZE / SLAB_SIZE)) - 2;

    /** The chunks that have a free slab. */
    private final NodeList chunks = new NodeList();

    private int chunkCount;
    private boolean spare;

    /** {@return the descriptor of an unused slab, 0 if there is no memory for another chunk} */
    synchronized long take() {
        long chunk = chunks.first();
        if (chunk == 0) {
            chunk = CHeap.alignedAlloc(CHUNK_SIZE, CHUNK_SIZE);
            if (chunk == 0) {
                return 0;
            }
            chunkCount++;
            Memory.putLong(chunk + FREE, ALL);
            chunks.add(chunk);
        }
        long free = Memory.getLong(chunk + FREE);
        if (free == ALL) {
            spare = false;
        }
        long rest = free & (free - 1);
        Memory.putLong(chunk + FREE, rest);
        if (rest == 0) {
            chunks.remove(chunk);
        }
        return chunk + Long.numberOfTrailingZeros(free) * DESCRIPTOR_SIZE;
    }

    /**
     * Returns a slab to the pool.
     *
     * @param slab its descriptor, from {@link #take}
     */
    synchronized void giveBack(long slab) {
        long chunk = chunkOf(slab);
        long before = Memory.getLong(chunk + FREE);
        long free = before | (1L << ((slab - chunk) / DESCRIPTOR_SIZE));
        Memory.putLong(chunk + FREE, free);
        if (before == 0) {
            chunks.add(chunk);
        }
        if (free != ALL) {
            return;
        }
        if (spare) {
            chunks.remove(chunk);
            CHeap.alignedFree(chunk, CHUNK_SIZE);
            chunkCount--;
        } else {
            spare = true;
        }
    }

    /** {@return how many chunks are currently allocated from the C library} */
    synchronized int chunkCount() {
        return chunkCount;
    }

    /** {@return the descriptor of the slab that contains this block} */
    static long slabOf(long block) {
        long chunk = chunkOf(block);
        return chunk + (block - chunk) / SLAB_SIZE * DESCRIPTOR_SIZE;
    }

    /** {@return the address of the first byte of the slab with this descriptor} */
    static long memoryOf(long slab) {
        long chunk = chunkOf(slab);
        return chunk + (slab - chunk) / DESCRIPTOR_SIZE * SLAB_SIZE;
    }

    private static long chunkOf(long address) {
        return address & -CHUNK_SIZE;
    }
}
