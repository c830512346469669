package dev.heapwright.foreign;

import java.lang.foreign.Arena;

/** Both kinds of arena, as parameters of a test. */
enum Arenas {
    CONFINED,
    SHARED;

    HeapArena open() {
        return this == CONFINED ? HeapArena.ofConfined() : HeapArena.ofShared();
    }

    /** {@return the JDK's own arena of this kind, for comparison} */
    @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
    Arena openOfJdk() {
        if (this == CONFINED) {
            return Arena.ofConfined();
        }
        return Arena.ofShared();
    }
}
