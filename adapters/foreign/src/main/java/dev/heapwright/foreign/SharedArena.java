package dev.heapwright.foreign;

import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An arena for all threads. Its blocks are a stack to which each thread pushes (Treiber, <cite>Systems Programming:
 * Coping with Parallelism</cite>, 1986), and which the thread that closes the arena takes as a whole, leaving {@link
 * #CLOSED}. A thread that allocated a block while the arena was being closed cannot push it any more, and frees it
 * itself.
 *
 * <p>Only the thread that closes the arena frees the blocks on the stack, and only after the JDK's arena has ended:
 * until that arena has ensured that no other thread is in the middle of an access, its scope is no longer alive, but
 * the memory may still be accessed.
 *
 * <p>A block is resized and freed only while holding its monitor: it must not be resized after it was freed.
 */
final class SharedArena extends HeapArena {
    /** Marks the stack of an arena whose blocks were taken; nothing is pushed onto it. */
    private static final ArenaBlock CLOSED = new ArenaBlock(1, 1);

    /** Many more frames than the JDK needs, as those of compiled code are small. */
    private static final int RESERVED_FRAMES = 500;

    private final AtomicReference<@Nullable ArenaBlock> top = new AtomicReference<>();
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
     * Throws a {@link StackOverflowError} here, where nothing has changed, rather than while the JDK ends its arena: it
     * would be unknown whether memory may still be accessed.
     */
    private static int reserveStack(int frames) {
        return frames == 0 ? 0 : 1 + reserveStack(frames - 1);
    }

    @Override
    void endClose() {
        closing.set(false);
    }

    @Override
    void keep(ArenaBlock block) {
        ArenaBlock below;
        do {
            below = top.get();
            if (below == CLOSED) {
                throw new IllegalStateException("Already closed");
            }
            block.next = below;
        } while (!top.compareAndSet(below, block));
    }

    @Override
    boolean resizeInplace(ArenaBlock block, long size) {
        synchronized (block) {
            checkAccess();
            return block.resizeInplace(size);
        }
    }

    @Override
    @Nullable
    Throwable freeAll(@Nullable Throwable thrown) {
        Throwable first = thrown;
        for (ArenaBlock block = top.getAndSet(CLOSED); block != null; block = block.next) {
            synchronized (block) {
                first = block.free(first);
            }
        }
        return first;
    }
}
