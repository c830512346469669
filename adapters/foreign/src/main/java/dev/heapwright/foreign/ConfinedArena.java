package dev.heapwright.foreign;

import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/** An arena of one thread. */
final class ConfinedArena extends HeapArena {
    /** Outside of the list, so that the JIT can do without an object for the only block of an arena. */
    private @Nullable Block first;

    private @Nullable Block others;

    ConfinedArena(Arena lifetime) {
        super(lifetime);
    }

    @Override
    void keep(Block block) {
        if (first == null) {
            first = block;
        } else {
            block.next = others;
            others = block;
        }
    }

    @Override
    long resizeInplace(Block block, long size) {
        checkAccess();
        return block.resizeInplace(size);
    }

    @Override
    void freeBlocks() {
        if (first != null) {
            first.free();
            for (Block block = others; block != null; block = block.next) {
                block.free();
            }
        }
    }
}
