package dev.heapwright.adapters.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The blocks that a test's heap has handed out and not got back, and how many bytes more it may hand out. A block that is
 * given back twice, or with another size or alignment than its own, is an {@link AssertionError}.
 */
public final class LiveBlocks {
    /** Of the heap of this JVM. */
    public static final LiveBlocks OF_HEAP = new LiveBlocks();

    private record Block(long size, long usable, long align) {}

    private final Map<Long, Block> blocks = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile Runnable allocating = LiveBlocks::nothing;
    private volatile Runnable deallocated = LiveBlocks::nothing;
    private volatile long limit = Long.MAX_VALUE;

    LiveBlocks() {}

    /** {@return how many blocks are live} */
    public long count() {
        return blocks.size();
    }

    /** {@return how many bytes were asked for in the blocks that are live} */
    public long bytes() {
        return bytes.get();
    }

    /**
     * Makes the heap run out of memory while the action runs.
     *
     * @param more how many bytes it may still hand out, 0 or greater
     * @param action what is to meet with that
     */
    public void limitedTo(long more, Runnable action) {
        limit = bytes.get() + more;
        try {
            action.run();
        } finally {
            limit = Long.MAX_VALUE;
        }
    }

    /**
     * Has a block's deallocation throw once it was given back, while the action runs.
     *
     * @param number which one, from 1 on
     * @param action what is to meet with that
     * @return what is thrown
     */
    public Error failing(int number, Runnable action) {
        Error failure = new Error("deallocation " + number);
        AtomicLong left = new AtomicLong(number);
        deallocated = () -> {
            if (left.decrementAndGet() == 0) {
                throw failure;
            }
        };
        try {
            action.run();
        } finally {
            deallocated = LiveBlocks::nothing;
        }
        return failure;
    }

    /**
     * Has something done in each allocation, before it gets its block, while the action runs.
     *
     * @param hook done by the thread that allocates
     * @param action what allocates, or has others allocate
     */
    public void allocating(Runnable hook, Runnable action) {
        allocating = hook;
        try {
            action.run();
        } finally {
            allocating = LiveBlocks::nothing;
        }
    }

    private static void nothing() {}

    void isAllocating() {
        allocating.run();
    }

    void hasDeallocated() {
        deallocated.run();
    }

    boolean mayGrowBy(long size) {
        return bytes.get() + size <= limit;
    }

    void add(long address, long size, long usable, long align) {
        bytes.addAndGet(size);
        if (blocks.put(address, new Block(size, usable, align)) != null) {
            throw new AssertionError("allocated while it is live: block at " + Long.toHexString(address));
        }
    }

    /** {@return the size that it was last asked for with} */
    long remove(long address, long oldSize, long align) {
        Block block = blocks.remove(address);
        if (block == null || oldSize < block.size || oldSize > block.usable || align != block.align) {
            throw new AssertionError("given back with size " + oldSize + " and alignment " + align + ": "
                    + (block == null ? "no live block" : block) + " at " + Long.toHexString(address));
        }
        bytes.addAndGet(-block.size);
        return block.size;
    }
}
