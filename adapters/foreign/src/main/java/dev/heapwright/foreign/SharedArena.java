package dev.heapwright.foreign;

import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An arena of all threads. Its blocks are a stack to which each thread pushes (Treiber, <cite>Systems Programming: Coping
 * with Parallelism</cite>, 1986), and which the thread that closes the arena takes as a whole. A thread whose block comes
 * after that, because the arena was closed while it allocated, takes it off again.
 *
 * <p>A block is resized, and given back, by the holder of its monitor: it must not be resized when it is nobody's any more.
 */
final class SharedArena extends HeapArena {
    private final AtomicReference<@Nullable Block> top = new AtomicReference<>();

    SharedArena(Arena lifetime) {
        super(lifetime);
    }

    @Override
    void keep(Block block) {
        Block below;
        do {
            below = top.get();
            block.next = below;
        } while (!top.compareAndSet(below, block));
        if (!scope().isAlive()) {
            freeBlocks();
        }
    }

    @Override
    long resizeInplace(Block block, long size) {
        synchronized (block) {
            checkAccess();
            return block.resizeInplace(size);
        }
    }

    @Override
    void freeBlocks() {
        for (Block block = top.getAndSet(null); block != null; block = block.next) {
            synchronized (block) {
                block.free();
            }
        }
    }
}
