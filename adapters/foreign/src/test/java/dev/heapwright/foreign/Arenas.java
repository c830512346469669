package dev.heapwright.foreign;

/** Both kinds of arena, as parameters of a test. */
enum Arenas {
    CONFINED,
    SHARED;

    HeapArena open() {
        return this == CONFINED ? HeapArena.ofConfined() : HeapArena.ofShared();
    }
}
