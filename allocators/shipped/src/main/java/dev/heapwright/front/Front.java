package dev.heapwright.front;

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
 * <p>It has the functions of the allocator behind it. Their preconditions are not checked.
 *
 * @see <a href="https://www.usenix.org/legacy/event/usenix01/bonwick.html">Bonwick and Adams, Magazines and Vmem</a>
 * @see <a href="https://www.microsoft.com/en-us/research/publication/mimalloc-free-list-sharding-in-action/">Leijen,
 *     Zorn and de Moura, Mimalloc: Free List Sharding in Action</a>
 * @see <a href="https://google.github.io/tcmalloc/design.html">TCMalloc, Transfer Cache</a>
 */
public sealed interface Front extends BackingAllocator permits MagazineFront {
    /**
     * Creates a front that keeps as much as the system property {@value FrontSize#PROPERTY} says: {@code off}, or what
     * all threads together may keep, such as {@code 8m}; 32 MiB if it is not set.
     *
     * @param backing where blocks come from
     * @throws IllegalArgumentException if the property has another value
     */
    static Front before(BackingAllocator backing) {
        return MagazineFront.of(backing, FrontSize.configured(), Upkeep.PERIOD_MILLIS);
    }

    /**
     * Returns how much of a block may be used.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return the size of its class, if it is one that is kept; otherwise what the native allocator says
     */
    @Override
    long usableSize(long size, long align);
}
