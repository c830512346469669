package dev.heapwright.heap.checked;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Freed blocks that have not been passed on to the allocator yet, so that they do not contain new data. */
final class Quarantine {
    /** One in this many blocks is sampled for how much of the Java heap the stacks take. */
    private static final int SAMPLED = 64;

    private static final long JAVA_BYTES_BESIDE_STACKS = 200;

    private final Limits limits;
    private final Queue<TrackedBlock> blocks = new ArrayDeque<>();
    private long bytes;
    private long javaBytesEach;
    private int sinceSample = SAMPLED;
    private boolean closed;
    private volatile boolean excess;

    /**
     * How much to keep at most.
     *
     * @param bytes of native memory
     * @param blocks number of blocks
     * @param javaBytes of the Java heap
     */
    record Limits(long bytes, int blocks, long javaBytes) {
        /** {@return the configured limits: low enough to leave room in the Java heap for the program} */
        static Limits configured() {
            return new Limits(
                    // Checking memory that is no longer in the processor's caches takes several times as long.
                    Long.getLong("heapwright.checked.quarantine", 8L << 20),
                    Integer.getInteger("heapwright.checked.quarantine.blocks", 1 << 14),
                    Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8));
        }
    }

    Quarantine(Limits limits) {
        this.limits = limits;
    }

    synchronized void add(TrackedBlock block) {
        blocks.add(block);
        bytes += block.extent();
        if (++sinceSample > SAMPLED) {
            sinceSample = 0;
            // The deepest stack counts, and decays over time.
            javaBytesEach = Math.max(javaBytes(block), javaBytesEach - javaBytesEach / 8);
        }
        excess = isExcess();
    }

    private boolean isExcess() {
        return !closed
                && (bytes > limits.bytes()
                        || blocks.size() > limits.blocks()
                        || blocks.size() * javaBytesEach > limits.javaBytes());
    }

    /** {@return roughly how many bytes of the Java heap a block takes if all its stacks are recorded} */
    private static long javaBytes(TrackedBlock block) {
        long stack = block.allocated() instanceof Trace trace
                ? trace.javaBytes()
                : block.freed() instanceof Trace freed ? freed.javaBytes() : 0;
        return JAVA_BYTES_BESIDE_STACKS + 2 * stack;
    }

    /** {@return how many blocks are in quarantine} */
    synchronized int size() {
        return blocks.size();
    }

    /** {@return the oldest block, removed from quarantine, if there are more than the limits allow; null otherwise} */
    @Nullable
    TrackedBlock removeExcess() {
        // Without the lock: the thread that added the last block sees it, and so do later threads.
        return excess ? removeIfExcess() : null;
    }

    private synchronized @Nullable TrackedBlock removeIfExcess() {
        return excess ? remove() : null;
    }

    /** {@return the oldest block, removed from quarantine; null if there is none} */
    synchronized @Nullable TrackedBlock remove() {
        if (closed || blocks.isEmpty()) {
            return null;
        }
        TrackedBlock oldest = blocks.remove();
        bytes -= oldest.extent();
        excess = isExcess();
        return oldest;
    }

    /** {@return all blocks, which stay here from now on: their memory remains readable until the JVM ends} */
    synchronized List<TrackedBlock> close() {
        closed = true;
        excess = false;
        return List.copyOf(blocks);
    }
}
