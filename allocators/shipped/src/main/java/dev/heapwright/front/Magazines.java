package dev.heapwright.front;

import java.util.Arrays;

/**
 * The magazines of one owner. For each class there are two: blocks are taken from and returned to the loaded one, and
 * only when it is empty or full the other comes into play. So there are as many operations as a magazine has places
 * between two that need more than this owner's own memory.
 *
 * <p>Before all of them is a place for the small block that was freed last. One that is allocated again at once, as most
 * are, is handed on by writing and reading this place: in a magazine, its count would be read and written twice, each
 * time waiting for the last.
 *
 * <p>Invariants: only the owner uses them; a block is in one place at most; large classes have no spare magazine;
 * {@link #bytes} is what all places add up to, which the budget has been asked for.
 */
final class Magazines {
    /** How often a larger magazine is done without after there was no Java heap for one. */
    private static final int PAUSE = 1000;

    /** The class of no block. */
    static final int NONE = -1;

    /** The thread that uses these, as its identifier, or 0. */
    final long owner;

    /** The block that was freed last, if {@link #lastClass} is not {@link #NONE}. */
    long last;

    /** Its class. */
    int lastClass = NONE;

    /** By class. */
    final long[][] loaded = none();

    private final long[][] spare = none();

    /** Whether {@link #last} may be used, which the budget has been asked for: a block of the largest size. */
    private boolean isOpen;

    private final Supply supply;
    private final long limit;
    private long bytes;

    /** By class, how many blocks there were when {@link #trim} looked last. */
    private final int[] seen = new int[BlockClasses.COUNT];

    /** How often a larger magazine is still done without. */
    private int pause;

    /** The class that makes room next for others. */
    private int next;

    /**
     * @param owner a thread's identifier; 0 for magazines that several threads use one after the other
     */
    Magazines(long owner, Supply supply) {
        this.owner = owner;
        this.supply = supply;
        // A single thread never has more than a quarter.
        limit = Math.min(2L << 20, supply.budget().limit() / 4);
    }

    private static long[][] none() {
        long[][] none = new long[BlockClasses.COUNT][];
        Arrays.fill(none, Magazine.NONE);
        return none;
    }

    /** Takes a block from wherever there is one: its address, or 0. */
    long take(int blockClass) {
        if (lastClass == blockClass) {
            lastClass = NONE;
            return last;
        }
        if (Magazine.isEmpty(loaded[blockClass])) {
            if (Magazine.isEmpty(spare[blockClass])) {
                if (!takeFromDepot(blockClass)) {
                    return 0;
                }
            } else {
                swap(blockClass);
            }
        }
        return Magazine.pop(loaded[blockClass]);
    }

    private boolean takeFromDepot(int blockClass) {
        long[] magazine = supply.take(blockClass);
        if (magazine == null) {
            return false;
        }
        // Both of its own are empty, and the larger one is kept where the limit allows it.
        if (Magazine.capacity(spare[blockClass]) < Magazine.capacity(loaded[blockClass])) {
            swap(blockClass);
        }
        drop(blockClass, loaded);
        long more = size(blockClass, magazine);
        makeRoom(blockClass, more);
        if (bytes + more > limit) {
            drop(blockClass, spare);
        }
        bytes += more;
        loaded[blockClass] = magazine;
        return true;
    }

    /** Makes a place for a block that is allocated because there was none. */
    void addPlace(int blockClass) {
        int capacity = Magazine.capacity(loaded[blockClass]);
        int most = BlockClasses.mostIn(blockClass);
        // What is freed gives no places to large blocks. Kept ones would be where others can no longer grow.
        int wanted = BlockClasses.isLarge(blockClass) ? Math.min(most, capacity + 1) : Math.min(most, 8);
        if (wanted > capacity) {
            enlarge(blockClass, wanted);
        }
    }

    /** Takes back a block: whatever there is no place for goes to the native allocator. */
    void put(int blockClass, long address) {
        if (hasPlace(blockClass)) {
            Magazine.push(loaded[blockClass], address);
        } else {
            supply.release(blockClass, address);
        }
    }

    private boolean hasPlace(int blockClass) {
        if (!Magazine.isFull(loaded[blockClass])) {
            return true;
        }
        if (BlockClasses.isLarge(blockClass)) {
            return false;
        }
        if (!Magazine.isFull(spare[blockClass])) {
            swap(blockClass);
            return true;
        }
        int most = BlockClasses.mostIn(blockClass);
        int capacity = Magazine.capacity(loaded[blockClass]);
        if (capacity < most) {
            return enlarge(blockClass, Math.min(most, Math.max(8, 2 * capacity)));
        }
        return exchange(blockClass, most);
    }

    /** Where both magazines are full and as large as they get: the older one goes, and an empty one comes. */
    private boolean exchange(int blockClass, int most) {
        long[] older = spare[blockClass];
        if (Magazine.capacity(older) == 0 || supply.give(blockClass, older)) {
            // Who has it now may release it, but it has been paid for.
            bytes -= size(blockClass, older);
            spare[blockClass] = loaded[blockClass];
            loaded[blockClass] = Magazine.NONE;
            return enlarge(blockClass, most);
        }
        supply.releaseBlocks(blockClass, older);
        swap(blockClass);
        return true;
    }

    private boolean enlarge(int blockClass, int capacity) {
        long[] magazine = loaded[blockClass];
        int places = capacity - Magazine.capacity(magazine);
        if (isPausing() || !spend(blockClass, places)) {
            return false;
        }
        try {
            loaded[blockClass] = Magazine.enlarged(magazine, capacity);
            return true;
        } catch (OutOfMemoryError noJavaHeap) {
            save(places * BlockClasses.size(blockClass));
            // Each further attempt would have the collector look for room, which takes long and is in vain.
            pause = PAUSE;
            return false;
        }
    }

    private boolean isPausing() {
        if (pause > 0) {
            pause--;
            return true;
        }
        return false;
    }

    /** Spends on more places; what other classes have may go for it. */
    private boolean spend(int blockClass, int places) {
        long more = places * BlockClasses.size(blockClass);
        makeRoom(blockClass, more);
        if (bytes + more > limit || !supply.budget().spend(more)) {
            return false;
        }
        bytes += more;
        return true;
    }

    private void makeRoom(int blockClass, long more) {
        for (int i = 0; i < BlockClasses.COUNT && bytes + more > limit && more <= limit; i++) {
            next = (next + 1) % BlockClasses.COUNT;
            if (next != blockClass) {
                release(next);
            }
        }
    }

    /** Gives back the blocks of classes in which nothing has changed since this was last called. */
    void trim() {
        for (int blockClass = 0; blockClass < BlockClasses.COUNT; blockClass++) {
            if (count(blockClass) == seen[blockClass]) {
                release(blockClass);
            }
            seen[blockClass] = count(blockClass);
        }
    }

    /** Opens the place for the block that was freed last, unless that would be more than may be kept. */
    boolean open() {
        if (!isOpen && supply.budget().spend(BlockClasses.SMALL)) {
            bytes += BlockClasses.SMALL;
            isOpen = true;
        }
        return isOpen;
    }

    private void close() {
        int blockClass = lastClass;
        lastClass = NONE;
        if (blockClass != NONE) {
            supply.release(blockClass, last);
        }
        if (isOpen) {
            save(BlockClasses.SMALL);
            isOpen = false;
        }
    }

    /** Gives back all blocks; {@link #open} has to be called again. */
    void release() {
        close();
        for (int blockClass = 0; blockClass < BlockClasses.COUNT; blockClass++) {
            release(blockClass);
        }
    }

    private void release(int blockClass) {
        supply.releaseBlocks(blockClass, loaded[blockClass]);
        supply.releaseBlocks(blockClass, spare[blockClass]);
        drop(blockClass, loaded);
        drop(blockClass, spare);
    }

    private void drop(int blockClass, long[][] from) {
        save(size(blockClass, from[blockClass]));
        from[blockClass] = Magazine.NONE;
    }

    private void save(long less) {
        bytes -= less;
        supply.budget().refund(less);
    }

    private void swap(int blockClass) {
        long[] magazine = loaded[blockClass];
        loaded[blockClass] = spare[blockClass];
        spare[blockClass] = magazine;
    }

    private int count(int blockClass) {
        return Magazine.count(loaded[blockClass]) + Magazine.count(spare[blockClass]);
    }

    private static long size(int blockClass, long[] magazine) {
        return Magazine.capacity(magazine) * BlockClasses.size(blockClass);
    }
}
