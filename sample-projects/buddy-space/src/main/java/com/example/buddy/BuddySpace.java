package com.example.buddy;

/**
 * A range of addresses, divided into blocks whose sizes are powers of two: the buddy system. A larger block is split in
 * two if a smaller one is needed; when both of these buddies are free, they become one block again. So the buddy of a
 * block is found by changing one bit of its place, and the size and alignment with which a block is freed tell its size.
 *
 * <p>What is free is kept in the Java heap: memory that is not in use is never touched.
 *
 * @see <a href="https://doi.org/10.1145/365628.365655">Kenneth C. Knowlton, A Fast Storage Allocator (1965)</a>
 */
public final class BuddySpace {
    private static final int LOG_SMALLEST = 6;

    private final long start;
    private final int logSize;

    /** By the binary logarithm of their size. */
    private final FreeBlocks[] free;

    /**
     * Creates it.
     *
     * @param start of the range; no block is aligned to more than this address is
     * @param logSize the binary logarithm of its bytes, from 6 to 36
     */
    public BuddySpace(long start, int logSize) {
        if (logSize < LOG_SMALLEST || logSize > LOG_SMALLEST + 30) {
            throw new IllegalArgumentException("the binary logarithm of the size is not from 6 to 36: " + logSize);
        }
        this.start = start;
        this.logSize = logSize;
        free = new FreeBlocks[logSize + 1];
        for (int i = LOG_SMALLEST; i <= logSize; i++) {
            free[i] = new FreeBlocks();
        }
        free[logSize].add(0);
    }

    /**
     * {@return the address of a block; 0 if no free one is large enough}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public synchronized long allocate(long size, long align) {
        int wanted = logOf(size, align);
        int log = wanted;
        int block = -1;
        while (log <= logSize && align <= Long.lowestOneBit(start)) {
            block = free[log].take();
            if (block >= 0) {
                break;
            }
            log++;
        }
        if (block < 0) {
            return 0;
        }
        while (log > wanted) {
            log--;
            block = 2 * block;
            free[log].add(block + 1);
        }
        return start + ((long) block << wanted);
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param size in bytes, from the requested size to its usable size
     * @param align the alignment it was allocated with
     */
    public synchronized void deallocate(long address, long size, long align) {
        int log = logOf(size, align);
        int block = (int) (address - start >>> log);
        while (log < logSize && free[log].remove(block ^ 1)) {
            block >>= 1;
            log++;
        }
        free[log].add(block);
    }

    /**
     * {@return the bytes of a block for this size and alignment, even if the range is not as large}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long usableSize(long size, long align) {
        int log = logOf(size, align);
        return log < Long.SIZE - 1 ? 1L << log : size;
    }

    private static int logOf(long size, long align) {
        long least = Math.max(Math.max(size, align), 1L << LOG_SMALLEST);
        return Long.SIZE - Long.numberOfLeadingZeros(least - 1);
    }
}
