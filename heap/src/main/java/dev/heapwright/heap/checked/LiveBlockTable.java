package dev.heapwright.heap.checked;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Live blocks in some 30 bytes each, so that a program can leak millions and all are reported. Not thread-safe.
 *
 * <p>A hash table with linear probing in parallel arrays. An entry's {@code origin} holds the logarithm of its
 * alignment in the last 6 bits; above them is the number of its {@linkplain Sites place}, plus {@link #MOST_RECENT};
 * or, below that, the index of its stack among the newest. A stack is converted to a place, which takes microseconds,
 * only if its block outlives this many later ones.
 */
final class LiveBlockTable {
    /**
     * The maximum number of stacks that are kept, because places take less of the Java heap: a stack takes some 700
     * bytes.
     */
    static final int MOST_RECENT = 1024;

    private static final int ALIGN_BITS = 6;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Sites sites;
    private final int mostRecent;
    private @Nullable Trace[] recent = new Trace[8];
    private long[] recentOwner = new long[8];
    private int oldestRecent;

    /** Slots that no longer have a stack, except those that have got one again. */
    private int[] freeRecent = new int[8];

    private int freeRecentCount;

    private long[] addresses = new long[16];
    private long[] sizes = new long[16];
    private int[] origins = new int[16];
    private int count;

    /**
     * Creates an empty table.
     *
     * @param sites numbers the places
     * @param mostRecent how many stacks to keep, from 1 to {@link #MOST_RECENT}
     */
    LiveBlockTable(Sites sites, int mostRecent) {
        this.sites = sites;
        this.mostRecent = mostRecent;
    }

    int count() {
        return count;
    }

    /**
     * Adds a block whose address is not in the table. If the stack or the Java heap is exhausted, nothing is changed.
     */
    void add(long address, long size, long align, Origin allocated) {
        // Grown by half, not doubled: in the worst case it is a third empty.
        if (count + 1 > addresses.length / 5 * 4) {
            grow(addresses.length + addresses.length / 2);
        }
        int recentIndex = allocated instanceof Trace ? nextRecent() : -1;
        int origin = recentIndex < 0 ? MOST_RECENT + sites.number(allocated.site()) : recentIndex;
        int alignBits = Long.numberOfTrailingZeros(align);
        int index = hole(addresses, address);
        // From here on nothing is called.
        if (allocated instanceof Trace trace) {
            recent[recentIndex] = trace;
            recentOwner[recentIndex] = address;
        }
        addresses[index] = address;
        sizes[index] = size;
        origins[index] = (origin << ALIGN_BITS) | alignBits;
        count++;
    }

    /** {@return the index of an address's block in {@link #address}, {@link #size} and so on; -1 if there is none} */
    int find(long address) {
        int index = home(address, addresses.length);
        while (addresses[index] != address) {
            if (addresses[index] == 0) {
                return -1;
            }
            index = after(index);
        }
        return index;
    }

    /** {@return one more than the last index} */
    int capacity() {
        return addresses.length;
    }

    /** {@return the address at an index; 0 if there is no block} */
    long address(int index) {
        return addresses[index];
    }

    long size(int index) {
        return sizes[index];
    }

    void resize(int index, long size) {
        sizes[index] = size;
    }

    long align(int index) {
        return 1L << (origins[index] & ((1 << ALIGN_BITS) - 1));
    }

    Origin allocated(int index) {
        int origin = origins[index] >>> ALIGN_BITS;
        Trace trace = origin < MOST_RECENT ? recent[origin] : null;
        return trace != null ? trace : sites.get(origin - MOST_RECENT);
    }

    /** {@return the number of the place where the block at an index was allocated} */
    int site(int index) {
        int origin = origins[index] >>> ALIGN_BITS;
        if (origin < MOST_RECENT) {
            settle(origin);
        }
        return (origins[index] >>> ALIGN_BITS) - MOST_RECENT;
    }

    /** Removes the block at an index. It makes no calls, so that a stack overflow cannot interrupt it. */
    void remove(int index) {
        int origin = origins[index] >>> ALIGN_BITS;
        if (origin < MOST_RECENT) {
            recent[origin] = null;
            if (freeRecentCount < freeRecent.length) {
                freeRecent[freeRecentCount++] = origin;
            }
        }
        count--;
        int capacity = addresses.length;
        // Entries that were displaced by this one move up (Knuth, The Art of Computer Programming 3, 6.4, algorithm R).
        int hole = index;
        int next = hole + 1 == capacity ? 0 : hole + 1;
        while (addresses[next] != 0) {
            int home = (int) ((((addresses[next] * MULTIPLIER) >>> 32) * capacity) >>> 32);
            int fromHome = next >= home ? next - home : next - home + capacity;
            int fromHole = next >= hole ? next - hole : next - hole + capacity;
            if (fromHome >= fromHole) {
                addresses[hole] = addresses[next];
                sizes[hole] = sizes[next];
                origins[hole] = origins[next];
                hole = next;
            }
            next = next + 1 == capacity ? 0 : next + 1;
        }
        addresses[hole] = 0;
    }

    /** {@return an index among the newest that no longer has a stack; that of the oldest if all are taken} */
    private int nextRecent() {
        while (freeRecentCount > 0) {
            int free = freeRecent[--freeRecentCount];
            if (recent[free] == null) {
                return free;
            }
        }
        if (oldestRecent == recent.length) {
            if (recent.length < mostRecent) {
                moreRecent();
            } else {
                oldestRecent = 0;
            }
        }
        settle(oldestRecent);
        return oldestRecent++;
    }

    private void moreRecent() {
        int more = Math.min(2 * recent.length, mostRecent);
        long[] owners = Arrays.copyOf(recentOwner, more);
        int[] free = Arrays.copyOf(freeRecent, more);
        recent = Arrays.copyOf(recent, more);
        recentOwner = owners;
        freeRecent = free;
    }

    private void settle(int index) {
        Trace trace = recent[index];
        if (trace != null) {
            int owner = find(recentOwner[index]);
            int place = MOST_RECENT + sites.number(trace.site());
            origins[owner] = (place << ALIGN_BITS) | (origins[owner] & ((1 << ALIGN_BITS) - 1));
            recent[index] = null;
        }
    }

    private void grow(int capacity) {
        long[] newAddresses = new long[capacity];
        long[] newSizes = new long[capacity];
        int[] newOrigins = new int[capacity];
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i] != 0) {
                int index = hole(newAddresses, addresses[i]);
                newAddresses[index] = addresses[i];
                newSizes[index] = sizes[i];
                newOrigins[index] = origins[i];
            }
        }
        addresses = newAddresses;
        sizes = newSizes;
        origins = newOrigins;
    }

    /** {@return the index in a table for an address that is not in it} */
    private static int hole(long[] addresses, long address) {
        int index = home(address, addresses.length);
        while (addresses[index] != 0) {
            index = index + 1 == addresses.length ? 0 : index + 1;
        }
        return index;
    }

    /** {@return the index, below a capacity, at which the search for an address begins} */
    static int home(long address, int capacity) {
        return (int) (((hash(address) >>> 32) * capacity) >>> 32);
    }

    private int after(int index) {
        return index + 1 == addresses.length ? 0 : index + 1;
    }

    /**
     * {@return the address with its bits mixed: the upper half determines the index here, and must not be used for
     * anything else}
     */
    static long hash(long address) {
        return address * MULTIPLIER;
    }
}
