package dev.heapwright.front;

import dev.heapwright.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps free blocks in Java, before a native allocator: a block that was freed is given out again without calling it.
 * No call of a native function can cost less than the function; this costs about a third of jemalloc's.
 *
 * <p><b>How it works.</b> Sizes are rounded up to {@linkplain BlockClasses classes}. Each platform thread has, for each
 * class, two <em>magazines</em>, which are stacks of free blocks, and uses them without any synchronisation; before them is
 * a place for the block that was freed last. A thread finds its magazines through a table by its identifier. Where both are empty, a full one comes from the {@linkplain
 * Depot depot}, or else a block from the native allocator; where both are full, one goes to the depot, so that threads
 * that only free supply threads that only allocate. These are the magazines of Bonwick and Adams, the depot is what
 * tcmalloc calls a transfer cache, and that a thread's blocks are its own is as in mimalloc. What is different: {@code
 * oldSize} and {@code align} tell the class of a block that is freed, so nothing is looked up by its address.
 *
 * <p>Virtual threads share {@linkplain Stripes stripes} of magazines, which they lock.
 *
 * <p><b>Invariants.</b> A block is in use, in one magazine, or not allocated. A block in a magazine of a class was
 * allocated with the size and alignment of the class, or resized to them, and is freed with them. A magazine has one
 * owner at a time: a thread, who has locked its stripe, or the depot. All capacities together are within the limit.
 *
 * <p><b>Giving back.</b> Some seconds after it was last used, a block goes back to the native allocator, also if its
 * thread has ended or waits; so what is resident is what it is without a front. If there is no more memory, everything
 * goes back before a caller is told.
 *
 * <p>Blocks larger than a megabyte, or aligned to more than 64 bytes, are not kept.
 *
 * <p>An allocator has one in a {@code static final} field:
 *
 * <pre>{@code
 * @Allocator
 * public final class PoolAllocator {
 *     private static final Front FRONT = Front.before(new Pool());
 *
 *     public static long allocate(long size, long align) {
 *         return FRONT.allocate(size, align);
 *     }
 *     ...
 * }
 * }</pre>
 *
 * <p>All functions have the contract of an {@link dev.heapwright.annotations.Allocator}'s, and its preconditions, which
 * are not checked.
 *
 * @see <a href="https://www.usenix.org/legacy/event/usenix01/bonwick.html">Bonwick and Adams, Magazines and Vmem</a>
 * @see <a href="https://www.microsoft.com/en-us/research/publication/mimalloc-free-list-sharding-in-action/">Leijen,
 *     Zorn and de Moura, Mimalloc: Free List Sharding in Action</a>
 * @see <a href="https://google.github.io/tcmalloc/design.html">TCMalloc, Transfer Cache</a>
 */
public final class Front {
    /** Up to this size, a block that is resized moves to another class by copying, in bytes. */
    private static final long COPIED = 4 << 10;

    /** The largest size of a block that is kept, in bytes; 0 if none is. */
    private final long largest;

    /** The largest size of a block that takes the shortest way, in bytes; 0 if none is kept. */
    private final long small;

    private final BackingAllocator backing;
    private final KeptBlocks kept;

    /** See {@link KeptBlocks#table}. */
    private final @Nullable Magazines[] table;

    Front(BackingAllocator backing, long bytes, long periodMillis) {
        this.backing = backing;
        largest = bytes == 0 ? 0 : BlockClasses.LARGEST;
        small = bytes == 0 ? 0 : BlockClasses.SMALL;
        kept = new KeptBlocks(backing, bytes, periodMillis);
        table = kept.table();
    }

    /**
     * Creates a front that keeps as much as the system property {@value FrontSize#PROPERTY} says: {@code off}, or what
     * all threads together may keep, such as {@code 8m}; 32 MiB if it is not set.
     *
     * @param backing where blocks come from
     * @throws IllegalArgumentException if the property has another value
     */
    public static Front before(BackingAllocator backing) {
        return new Front(backing, FrontSize.configured(), Upkeep.PERIOD_MILLIS);
    }

    /**
     * Allocates a block with unspecified content.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public long allocate(long size, long align) {
        if (size > small || align > BlockClasses.NATURAL_ALIGNMENT) {
            return allocateOther(size, align);
        }
        int blockClass = BlockClasses.of(size);
        Magazines mine = Owners.mine(table);
        if (mine != null) {
            if (mine.lastClass == blockClass) {
                mine.lastClass = Magazines.NONE;
                return mine.last;
            }
            long[] magazine = mine.loaded[blockClass];
            if (!Magazine.isEmpty(magazine)) {
                return Magazine.pop(magazine);
            }
        }
        return take(blockClass, false);
    }

    private long allocateOther(long size, long align) {
        return isKept(size, align)
                ? take(classOf(size, align), false)
                : allocateNatively(size, alignmentBehind(align), false);
    }

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public long allocateZeroed(long size, long align) {
        return isKept(size, align)
                ? take(classOf(size, align), true)
                : allocateNatively(size, alignmentBehind(align), true);
    }

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param align the alignment it was allocated with
     */
    public void deallocate(long address, long oldSize, long align) {
        if (oldSize > small || align > BlockClasses.NATURAL_ALIGNMENT) {
            deallocateOther(address, oldSize, align);
            return;
        }
        int blockClass = BlockClasses.of(oldSize);
        Magazines mine = Owners.mine(table);
        if (mine == null) {
            kept.put(blockClass, address);
            return;
        }
        int lastClass = mine.lastClass;
        long last = mine.last;
        mine.lastClass = blockClass;
        mine.last = address;
        if (lastClass == Magazines.NONE) {
            return;
        }
        long[] magazine = mine.loaded[lastClass];
        if (Magazine.isFull(magazine)) {
            kept.put(lastClass, last);
        } else {
            Magazine.push(magazine, last);
        }
    }

    private void deallocateOther(long address, long oldSize, long align) {
        if (isKept(oldSize, align)) {
            kept.put(classOf(oldSize, align), address);
        } else {
            backing.deallocate(address, oldSize, alignmentBehind(align));
        }
    }

    /**
     * Resizes a block, which may move.
     *
     * @param address the block; no longer valid afterwards, unless the result is 0
     * @param oldSize its size in bytes
     * @param size its new size in bytes, greater than 0
     * @param align the alignment it was allocated with, which is preserved
     * @return the address of the resized block, its first {@code min(oldSize, size)} bytes preserved; 0 if there is no
     *     memory for it; the old block is then unchanged
     */
    public long reallocate(long address, long oldSize, long size, long align) {
        long from = sizeBehind(oldSize, align);
        long to = sizeBehind(size, align);
        if (from == to && isKept(size, align)) {
            return address;
        }
        if (isCopied(oldSize, size, align)) {
            return moved(address, oldSize, size, align);
        }
        long alignment = alignmentBehind(align);
        long resized = backing.reallocate(address, from, to, alignment);
        return resized == 0 && kept.giveBack() ? backing.reallocate(address, from, to, alignment) : resized;
    }

    private long moved(long address, long oldSize, long size, long align) {
        long copy = allocate(size, align);
        if (copy != 0) {
            Memory.copy(address, copy, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return copy;
    }

    /**
     * Resizes a block if that can be done in place.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param size the requested size, in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @return the usable size of the block afterwards: at least {@code size} if it grew, less than {@code oldSize} if
     *     it shrank, {@code usableSize(oldSize, align)} if it is unchanged
     */
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        long from = sizeBehind(oldSize, align);
        long to = sizeBehind(size, align);
        if (from == to || isCopied(oldSize, size, align)) {
            return usableSize(oldSize, align);
        }
        long usable = backing.reallocateInplace(address, from, to, alignmentBehind(align));
        boolean isResized = to > from ? usable >= to : usable < from;
        if (!isResized) {
            return usableSize(oldSize, align);
        }
        return isKept(size, align) ? to : usable;
    }

    /**
     * Returns how much of a block may be used.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return the size of its class, if it is one that is kept; otherwise what the native allocator says
     */
    public long usableSize(long size, long align) {
        return isKept(size, align) ? sizeBehind(size, align) : backing.usableSize(size, alignmentBehind(align));
    }

    /** Takes a block where the loaded magazine has none. */
    private long take(int blockClass, boolean isZeroed) {
        long address = kept.take(blockClass);
        if (address == 0) {
            return allocateNatively(BlockClasses.size(blockClass), BlockClasses.alignment(blockClass), isZeroed);
        }
        if (isZeroed) {
            Memory.fill(address, BlockClasses.size(blockClass), (byte) 0);
        }
        return address;
    }

    private long allocateNatively(long size, long align, boolean isZeroed) {
        long address = allocatedBehind(size, align, isZeroed);
        return address == 0 && kept.giveBack() ? allocatedBehind(size, align, isZeroed) : address;
    }

    private long allocatedBehind(long size, long align, boolean isZeroed) {
        return isZeroed ? backing.allocateZeroed(size, align) : backing.allocate(size, align);
    }

    KeptBlocks kept() {
        return kept;
    }

    /** Returns whether blocks like this are kept. */
    private boolean isKept(long size, long align) {
        return size <= largest && align <= BlockClasses.LINE;
    }

    /** Returns whether a block is resized by copying it: for small ones that is faster than what is native. */
    private boolean isCopied(long oldSize, long size, long align) {
        long smaller = Math.min(oldSize, size);
        return smaller <= COPIED && isKept(smaller, align);
    }

    private static int classOf(long size, long align) {
        return align <= BlockClasses.NATURAL_ALIGNMENT ? BlockClasses.of(size) : BlockClasses.ofLines(size);
    }

    /** Returns the size that the native allocator knows a block by. */
    private long sizeBehind(long size, long align) {
        return isKept(size, align) ? BlockClasses.size(classOf(size, align)) : size;
    }

    /** Returns the alignment that the native allocator knows a block by, which is the same for blocks of all sizes. */
    private long alignmentBehind(long align) {
        if (largest == 0 || align > BlockClasses.LINE) {
            return align;
        }
        return align <= BlockClasses.NATURAL_ALIGNMENT ? BlockClasses.NATURAL_ALIGNMENT : BlockClasses.LINE;
    }
}
