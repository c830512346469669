package dev.heapwright.benchmarks.allocation;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** An arena of the FFM API for each block; arenas zero their memory. */
final class ArenaSubject extends ObjectSubject<ArenaSubject.Block> {
    /** A segment, and the arena that frees it. */
    record Block(Arena arena, MemorySegment segment) {}

    private final boolean shared;

    ArenaSubject(boolean shared) {
        this.shared = shared;
    }

    @Override
    Block allocate(int size) {
        Arena arena = shared ? Arena.ofShared() : Arena.ofConfined();
        return new Block(arena, arena.allocate(size, AddressSubject.ALIGNMENT));
    }

    @Override
    void free(Block block) {
        block.arena.close();
    }

    @Override
    Block enlarged(Block block, int size) {
        Block enlarged = allocate(size);
        MemorySegment.copy(block.segment, 0, enlarged.segment, 0, block.segment.byteSize());
        free(block);
        return enlarged;
    }
}
