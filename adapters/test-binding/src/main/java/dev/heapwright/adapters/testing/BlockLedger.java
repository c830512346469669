package dev.heapwright.adapters.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The live blocks of a test's heap, and how many more bytes it may allocate. Freeing a block twice, or with the wrong
 * size or alignment, causes an {@link AssertionError}.
 */
public final class BlockLedger {
    /** The blocks of the heap of this JVM. */
    public static final BlockLedger OF_HEAP = new BlockLedger();

    private record Block(long size, long usable, long align) {}

    private final Map<Long, Block> blocks = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile Runnable allocating = BlockLedger::nothing;
    private volatile Runnable deallocated = BlockLedger::nothing;
    private volatile long limit = Long.MAX_VALUE;

    BlockLedger() {}

    /** {@return how many blocks are live} */
    public long count() {
        return blocks.size();
    }

    /** {@return the total requested size of the live blocks} */
    public long bytes() {
        return bytes.get();
    }

    /**
     * Makes the heap run out of memory while the action runs.
     *
     * @param more how many bytes it may still allocate, 0 or greater
     * @param action that should be affected
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
     * Makes a deallocation throw after freeing the block, while the action runs.
     *
     * @param number which deallocation, from 1
     * @param action that should be affected
     * @return the error that is thrown
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
            deallocated = BlockLedger::nothing;
        }
        return failure;
    }

    /**
     * Runs a hook in each allocation, before the block is allocated, while the action runs.
     *
     * @param hook run by the allocating thread
     * @param action that allocates, or makes other threads allocate
     */
    public void allocating(Runnable hook, Runnable action) {
        allocating = hook;
        try {
            action.run();
        } finally {
            allocating = BlockLedger::nothing;
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

    /** {@return its most recently requested size} */
    long remove(long address, long oldSize, long align) {
        Block block = blocks.remove(address);
        if (block == null || oldSize < block.size || oldSize > block.usable || align != block.align) {
            throw new AssertionError("freed with size " + oldSize + " and alignment " + align + ": "
                    + (block == null ? "no live block" : block) + " at " + Long.toHexString(address));
        }
        bytes.addAndGet(-block.size);
        return block.size;
    }
}
