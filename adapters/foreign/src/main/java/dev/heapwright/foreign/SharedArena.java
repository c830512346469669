package dev.heapwright.foreign;

import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An arena of all threads. Its blocks are a stack to which each thread pushes (Treiber, <cite>Systems Programming: Coping
 * with Parallelism</cite>, 1986), and which the thread that closes the arena takes as a whole, leaving {@link #CLOSED}. A
 * thread whose block comes after that, because the arena was closed while it allocated, keeps it and gives it back.
 *
 * <p>Nobody but the thread that closes the arena gives back what is on the stack, and not before the JDK's arena has ended:
 * until it has made sure that no other thread is in the middle of an access, its scope is not alive any more, but the
 * memory may still be touched.
 *
 * <p>A block is resized, and given back, by the holder of its monitor: it must not be resized when it is nobody's any more.
 */
final class SharedArena extends HeapArena {
    /** On the stack of an arena whose blocks were taken; nothing is pushed on it. */
    private static final Block CLOSED = new Block(1, 1);

    /** Many more than the JDK needs, as those of compiled code are small. */
    private static final int RESERVED_FRAMES = 500;

    private final AtomicReference<@Nullable Block> top = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    SharedArena(Arena lifetime) {
        super(lifetime);
    }

    @Override
    void beginClose() {
        checkAccess();
        reserveStack(RESERVED_FRAMES);
        if (!closing.compareAndSet(false, true)) {
            throw new IllegalStateException("another thread is closing this arena");
        }
    }

    /**
     * Throws a {@link StackOverflowError} here, where nothing has changed, and not between the steps by which the JDK ends
     * its arena: it would not be known whether memory may still be touched.
     */
    private static int reserveStack(int frames) {
        return frames == 0 ? 0 : 1 + reserveStack(frames - 1);
    }

    @Override
    void endClose() {
        closing.set(false);
    }

    @Override
    void keep(Block block) {
        Block below;
        do {
            below = top.get();
            if (below == CLOSED) {
                throw new IllegalStateException("Already closed");
            }
            block.next = below;
        } while (!top.compareAndSet(below, block));
    }

    @Override
    boolean resizeInplace(Block block, long size) {
        synchronized (block) {
            checkAccess();
            return block.resizeInplace(size);
        }
    }

    @Override
    @Nullable
    Throwable freeAll(@Nullable Throwable thrown) {
        Throwable first = thrown;
        for (Block block = top.getAndSet(CLOSED); block != null; block = block.next) {
            synchronized (block) {
                first = block.free(first);
            }
        }
        return first;
    }
}
