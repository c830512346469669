package dev.heapwright.foreign;

import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/** An arena for one thread. */
final class ConfinedArena extends HeapArena {
    /** Outside the list, so that the JIT can eliminate the object for the only block of an arena. */
    private @Nullable ArenaBlock first;

    private @Nullable ArenaBlock others;

    ConfinedArena(Arena lifetime) {
        super(lifetime);
    }

    @Override
    void keep(ArenaBlock block) {
        if (first == null) {
            first = block;
        } else {
            block.next = others;
            others = block;
        }
    }

    /** No other thread can be closing it, nor a cleanup action while it is being closed: it has ended by then. */
    @Override
    void beginClose() {
        checkAccess();
    }

    @Override
    void endClose() {}

    @Override
    boolean resizeInplace(ArenaBlock block, long size) {
        checkAccess();
        return block.resizeInplace(size);
    }

    @Override
    @Nullable
    Throwable freeAll(@Nullable Throwable thrown) {
        Throwable firstThrown = thrown;
        if (first != null) {
            firstThrown = first.free(firstThrown);
            for (ArenaBlock block = others; block != null; block = block.next) {
                firstThrown = block.free(firstThrown);
            }
        }
        return firstThrown;
    }
}
