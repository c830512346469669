package com.example.region;

import dev.heapwright.memory.CHeap;
import java.util.BitSet;

/**
 * The memory of all regions: one range of addresses, so that a comparison tells whether a block is from a region, in
 * chunks that regions take and return. It is a single block of the C library's; operating systems other than Windows
 * provide its pages when they are first written to.
 */
final class RegionSpace {
    /** Bytes in a chunk. */
    static final long CHUNK = 64 << 10;

    /** The memory of all regions together, in MiB, as a system property. */
    static final String SIZE_PROPERTY = "com.example.region.megabytes";

    private static final int CHUNKS = (int) ((long) Integer.getInteger(SIZE_PROPERTY, 256) * (1 << 20) / CHUNK);

    /** Bytes of all chunks. */
    static final long SIZE = CHUNKS * CHUNK;

    /** 0 if there was no memory for it: then no address is in it, and no region gets a chunk. */
    private static final long START = CHeap.alignedAlloc(CHUNK, SIZE);

    private static final BitSet TAKEN = new BitSet(CHUNKS);

    private RegionSpace() {}

    static boolean contains(long address) {
        return Long.compareUnsigned(address - START, SIZE) < 0;
    }

    /** Returns the address of the first of several chunks in a row; 0 if there are not as many. */
    static synchronized long take(int count) {
        if (START == 0) {
            return 0;
        }
        int first = TAKEN.nextClearBit(0);
        while (first + count <= CHUNKS) {
            int end = TAKEN.nextSetBit(first);
            if (end < 0 || end - first >= count) {
                TAKEN.set(first, first + count);
                return START + first * CHUNK;
            }
            first = TAKEN.nextClearBit(end);
        }
        return 0;
    }

    static synchronized void giveBack(long chunk, int count) {
        int first = (int) ((chunk - START) / CHUNK);
        TAKEN.clear(first, first + count);
    }

    /** Returns how many chunks regions have at the moment. */
    static synchronized int taken() {
        return TAKEN.cardinality();
    }
}
