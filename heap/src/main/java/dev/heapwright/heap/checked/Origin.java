package dev.heapwright.heap.checked;

/** Where in the program a block was allocated or given back: a stack as it was recorded, or what was made of it. */
sealed interface Origin permits Trace, Site {
    /** {@return the frames of the program} */
    Site site();
}
