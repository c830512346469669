package dev.heapwright.hardened;

import org.jspecify.annotations.Nullable;

/**
 * Memory that is divided into slots of one size. What is known about them is kept in the Java heap, where no overrun
 * reaches it.
 */
final class Chunk {
    private static final int LOG_SIZE = 18;

    /** Bytes in a chunk, and its alignment. */
    static final long SIZE = 1L << LOG_SIZE;

    /** Addresses of user space have at most 48 bits: a table of tables leads from an address to its chunk. */
    private static final int LOG_TABLE = (48 - LOG_SIZE) / 2;

    private static final @Nullable Chunk[] @Nullable [] TABLE = new Chunk[1 << LOG_TABLE][];

    final long start;
    final SizeClass sizeClass;

    /** The size of the block in each slot; 0 if there is none. Guarded by the size class. */
    private final int[] sizes;

    private Chunk(long start, SizeClass sizeClass) {
        this.start = start;
        this.sizeClass = sizeClass;
        this.sizes = new int[(int) (SIZE >>> sizeClass.logSlot)];
    }

    /** Makes memory a chunk that can be found by its addresses. */
    static synchronized Chunk add(long start, SizeClass sizeClass) {
        long number = start >>> LOG_SIZE;
        int high = (int) (number >>> LOG_TABLE);
        if (TABLE[high] == null) {
            TABLE[high] = new Chunk[1 << LOG_TABLE];
        }
        Chunk chunk = new Chunk(start, sizeClass);
        TABLE[high][(int) number & (1 << LOG_TABLE) - 1] = chunk;
        return chunk;
    }

    /** Returns the chunk that an address is in, or null. */
    static @Nullable Chunk of(long address) {
        long number = address >>> LOG_SIZE;
        long high = number >>> LOG_TABLE;
        @Nullable Chunk[] chunks = high < TABLE.length ? TABLE[(int) high] : null;
        return chunks == null ? null : chunks[(int) number & (1 << LOG_TABLE) - 1];
    }

    int sizeAt(long address) {
        return sizes[slot(address)];
    }

    void setSizeAt(long address, int size) {
        sizes[slot(address)] = size;
    }

    private int slot(long address) {
        return (int) ((address - start) >>> sizeClass.logSlot);
    }
}
