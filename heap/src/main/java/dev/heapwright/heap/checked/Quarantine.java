package dev.heapwright.heap.checked;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Blocks that were given back and that the allocator does not have yet, so that nobody else's data is in them. */
final class Quarantine {
    private final long capacity;
    private final Queue<Block> blocks = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    /** Holds back up to so many bytes. */
    Quarantine(long capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Block block) {
        blocks.add(block);
        bytes += block.extent();
    }

    /** {@return the oldest, no longer held back, if they are more than there is room for} */
    synchronized Optional<Block> removeExcess() {
        return bytes > capacity ? remove() : Optional.empty();
    }

    /** {@return the oldest, no longer held back, if there is one} */
    synchronized Optional<Block> remove() {
        if (closed || blocks.isEmpty()) {
            return Optional.empty();
        }
        Block oldest = blocks.remove();
        bytes -= oldest.extent();
        return Optional.of(oldest);
    }

    /** {@return all of them, which stay here from now on: their memory can be read until the JVM ends} */
    synchronized List<Block> close() {
        closed = true;
        return List.copyOf(blocks);
    }
}
