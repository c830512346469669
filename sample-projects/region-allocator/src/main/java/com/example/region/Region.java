package com.example.region;

import java.util.Arrays;

/**
 * The memory of one request. Between {@link #open} and {@link #close}, all blocks that the thread allocates come from
 * it, one after the other. Closing it frees them all, however many they are, without visiting any:
 *
 * <pre>{@code
 * try (Region request = Region.open()) {
 *     handle(exchange);
 * }
 * }</pre>
 *
 * <p>No such block may be used after that. A block that has to outlive the request, such as one for a cache, must be
 * allocated where no region is open: by another thread, or before.
 *
 * <p>Other threads may use and free a region's blocks while it is open; what they allocate is not from it. Regions may
 * be nested: the innermost one counts.
 */
public final class Region implements AutoCloseable {
    private static final ThreadLocal<Region> CURRENT = new ThreadLocal<>();

    private final Thread owner = Thread.currentThread();
    private final Region outer = CURRENT.get();

    /** The first chunk of each row of chunks, and behind it their number. */
    private long[] rows = new long[8];

    private int rowCount;

    /** The row in which the next block is placed: from its start to the next block, and to its end. */
    private long start;

    private long next;
    private long end;
    private boolean isClosed;

    private Region() {}

    /** {@return a new region, for the blocks that this thread allocates until it is closed} */
    public static Region open() {
        Region region = new Region();
        CURRENT.set(region);
        return region;
    }

    /**
     * Frees all blocks that were allocated since it was opened. Does nothing if it is closed already.
     *
     * @throws IllegalStateException if another thread opened it, or one that was opened later is still open
     */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        if (Thread.currentThread() != owner || CURRENT.get() != this) {
            throw new IllegalStateException("a region is closed by the thread that opened it, the last one first");
        }
        isClosed = true;
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        for (int i = 0; i < rowCount; i += 2) {
            RegionSpace.giveBack(rows[i], (int) rows[i + 1]);
        }
    }

    /** The region in which this thread allocates, or null. */
    static Region current() {
        return CURRENT.get();
    }

    /** Returns the address of a new block; 0 if the memory of all regions is used up. */
    long allocate(long size, long align) {
        long address = aligned(next, align);
        // Not if there is no row yet, as it has no bytes, nor if the sum has overflowed.
        if (address >= next && address <= end && size <= end - address) {
            next = address + size;
            return address;
        }
        return takeRow(size, align) ? allocate(size, align) : 0;
    }

    /** Forgets the block at once if it was the last one. All others are forgotten with the region. */
    void deallocate(long address, long size) {
        if (address >= start && address + size == next) {
            next = address;
        }
    }

    /** Resizes the block in place if it was the last one, and there is room. */
    boolean resize(long address, long oldSize, long size) {
        if (address < start || address + oldSize != next || size > end - address) {
            return false;
        }
        next = address + size;
        return true;
    }

    private boolean takeRow(long size, long align) {
        // A chunk is a multiple of its size: only larger alignments need room to move the block.
        long slack = align > RegionSpace.CHUNK ? align : 0;
        if (size > RegionSpace.SIZE || slack > RegionSpace.SIZE) {
            return false;
        }
        int count = (int) ((size + slack + RegionSpace.CHUNK - 1) / RegionSpace.CHUNK);
        long row = RegionSpace.take(count);
        if (row == 0) {
            return false;
        }
        if (rowCount == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        rows[rowCount] = row;
        rows[rowCount + 1] = count;
        rowCount += 2;
        start = row;
        next = row;
        end = row + count * RegionSpace.CHUNK;
        return true;
    }

    private static long aligned(long address, long align) {
        return (address + align - 1) & -align;
    }
}
