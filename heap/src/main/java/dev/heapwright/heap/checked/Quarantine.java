package dev.heapwright.heap.checked;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Blocks that were given back and that the allocator does not have yet, so that nobody else's data is in them. */
final class Quarantine {
    /** Of so many blocks, one tells how much of the Java heap their stacks take. */
    private static final int SAMPLED = 64;

    private static final long JAVA_BYTES_BESIDE_STACKS = 200;

    private final Limits limits;
    private final Queue<Block> blocks = new ArrayDeque<>();
    private long bytes;
    private long javaBytesEach;
    private int sinceSample = SAMPLED;
    private boolean closed;
    private volatile boolean excess;

    /**
     * How much is held back at most.
     *
     * @param bytes of native memory
     * @param blocks how many
     * @param javaBytes of the Java heap
     */
    record Limits(long bytes, int blocks, long javaBytes) {
        /** {@return those of a program: few enough to fit into its Java heap beside what it has itself} */
        static Limits configured() {
            return new Limits(
                    // What is not in the processor's caches any more when it is looked at takes several times as long.
                    Long.getLong("heapwright.checked.quarantine", 8L << 20),
                    Integer.getInteger("heapwright.checked.quarantine.blocks", 1 << 14),
                    Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8));
        }
    }

    Quarantine(Limits limits) {
        this.limits = limits;
    }

    synchronized void add(Block block) {
        blocks.add(block);
        bytes += block.extent();
        if (++sinceSample > SAMPLED) {
            sinceSample = 0;
            // The deepest counts, and is forgotten by and by.
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

    /** {@return about how many bytes of the Java heap one takes whose stacks are all recorded} */
    private static long javaBytes(Block block) {
        long stack = block.allocated() instanceof Trace trace
                ? trace.javaBytes()
                : block.freed() instanceof Trace freed ? freed.javaBytes() : 0;
        return JAVA_BYTES_BESIDE_STACKS + 2 * stack;
    }

    /** {@return how many blocks are held back} */
    synchronized int size() {
        return blocks.size();
    }

    /** {@return the oldest, no longer held back, if they are more than there is room for; null if not} */
    @Nullable
    Block removeExcess() {
        // Without the lock: who has added the last one sees it, and whoever comes later does.
        return excess ? removeIfExcess() : null;
    }

    private synchronized @Nullable Block removeIfExcess() {
        return excess ? remove() : null;
    }

    /** {@return the oldest, no longer held back; null if there is none} */
    synchronized @Nullable Block remove() {
        if (closed || blocks.isEmpty()) {
            return null;
        }
        Block oldest = blocks.remove();
        bytes -= oldest.extent();
        excess = isExcess();
        return oldest;
    }

    /** {@return all of them, which stay here from now on: their memory can be read until the JVM ends} */
    synchronized List<Block> close() {
        closed = true;
        excess = false;
        return List.copyOf(blocks);
    }
}
