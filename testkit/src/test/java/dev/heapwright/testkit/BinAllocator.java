package dev.heapwright.testkit;

import dev.heapwright.memory.CHeap;
import dev.heapwright.testkit.block.Functions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * An allocator without a defect whose calls take the same time however many blocks are live. A block's size is a power
 * of two, and its address a multiple of that; freed blocks of the same size are kept in a bin.
 */
class BinAllocator extends MovingAllocator {
    static final long SIZE = 256 << 20;

    /** The first byte's address: all instances use the same memory, one at a time. */
    static final long BASE = CHeap.alignedAlloc(SIZE, SIZE);

    private static final int SMALLEST_BITS = 4;

    private final long end;
    private final Deque<Long>[] bins = bins();

    private Supplier<? extends BinAllocator> source = BinAllocator::new;
    private long next = BASE;

    BinAllocator() {
        this(SIZE);
    }

    /** Creates an allocator with less memory. */
    BinAllocator(long size) {
        end = BASE + size;
    }

    /** {@return a new allocator from the supplier, which it also uses for further copies} */
    static BinAllocator from(Supplier<? extends BinAllocator> source) {
        BinAllocator allocator = source.get();
        allocator.source = source;
        return allocator;
    }

    // Java has no arrays of a generic type.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Deque<Long>[] bins() {
        Deque<Long>[] bins = new Deque[Long.SIZE + 1];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = new ArrayDeque<>();
        }
        return bins;
    }

    @Override
    public Functions anew() {
        return from(source);
    }

    @Override
    public String name() {
        return "com.acme.BinAllocator";
    }

    /** {@return the bin of a block} */
    static int bin(long size, long align) {
        return Math.max(SMALLEST_BITS, Long.SIZE - Long.numberOfLeadingZeros(Math.max(size, align) - 1));
    }

    @Override
    public long allocate(long size, long align) {
        return take(bin(size, align));
    }

    private synchronized long take(int bin) {
        Long address = bins[bin].pollLast();
        return address == null ? fresh(bin) : address;
    }

    /** {@return unused memory or, when there is none left, half of a larger block} */
    private long fresh(int bin) {
        if (bin >= Long.SIZE - 1 || 1L << bin > end - BASE) {
            return 0;
        }
        long bytes = 1L << bin;
        long address = (next + bytes - 1) & -bytes;
        if (address + bytes <= end) {
            // Each gap becomes a block of a smaller bin.
            while (next < address) {
                long gap = Long.lowestOneBit(next);
                bins[Long.numberOfTrailingZeros(gap)].addLast(next);
                next += gap;
            }
            next += bytes;
            return address;
        }
        long larger = take(bin + 1);
        if (larger != 0) {
            bins[bin].addLast(larger + bytes);
        }
        return larger;
    }

    /** Puts a block into its bin. */
    final synchronized void keep(int bin, long address) {
        bins[bin].addLast(address);
    }

    /** {@return the number of blocks in a bin} */
    final synchronized int kept(int bin) {
        return bins[bin].size();
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        keep(bin(oldSize, align), address);
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    @Override
    public long usableSize(long size, long align) {
        return 1L << bin(size, align);
    }
}
