package com.example.slab;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * Takes chunks from the C library, carves them into slabs, and gives a chunk back once all its slabs are free, but for
 * one that is kept for the next slab.
 *
 * <p>A chunk is {@value #CHUNK_SIZE} bytes, aligned to as much, so that clearing the low bits of any address in it
 * gives the chunk. It has {@value #SLAB_SIZE} bytes in the place of each slab; the place of the first one holds the
 * chunk's own node and the slabs' descriptors, {@value #DESCRIPTOR_SIZE} bytes each. They lie there rather than in the
 * slabs, so that blocks begin where their slab does and have its alignment; what is left of that place is never
 * touched, and so takes address space but no memory.
 *
 * <p>Thread-safe. It never waits for a lock of anybody else, so it can be called while one is held.
 */
final class ChunkPool {
    /** Bytes of a chunk, a power of two. */
    static final long CHUNK_SIZE = 1 << 20;

    /** Bytes of a slab, a power of two, and at least the alignment of every slab. */
    static final long SLAB_SIZE = 1 << 16;

    /** Bytes of a descriptor: a cache line, so that threads with different slabs do not write to the same line. */
    static final long DESCRIPTOR_SIZE = 64;

    /** Where in a chunk's own node the set of its free slabs is: bit i for slab i. */
    private static final long FREE = NodeList.LINKS;

    /** All slabs; bit 0 is not set, as that place holds the descriptors. */
    private static final long ALL = (1L << (CHUNK_SIZE / SLAB_SIZE)) - 2;

    /** The chunks that have a free slab. */
    private final NodeList chunks = new NodeList();

    private int chunkCount;
    private boolean spare;

    /** {@return the descriptor of a slab whose memory nobody uses, 0 if there is no memory for another chunk} */
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
     * Gives a slab back.
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

    /** {@return how many chunks are taken from the C library now} */
    synchronized int chunkCount() {
        return chunkCount;
    }

    /** {@return the descriptor of the slab that holds this block} */
    static long slabOf(long block) {
        long chunk = chunkOf(block);
        return chunk + (block - chunk) / SLAB_SIZE * DESCRIPTOR_SIZE;
    }

    /** {@return where the memory of the slab with this descriptor begins} */
    static long memoryOf(long slab) {
        long chunk = chunkOf(slab);
        return chunk + (slab - chunk) / DESCRIPTOR_SIZE * SLAB_SIZE;
    }

    private static long chunkOf(long address) {
        return address & -CHUNK_SIZE;
    }
}
