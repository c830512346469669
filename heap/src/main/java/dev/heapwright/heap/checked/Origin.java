package dev.heapwright.heap.checked;

/** Where in the program a block was allocated or freed: a stack as recorded, or what it was converted to. */
sealed interface Origin permits Trace, Site {
    /** {@return the frames of the program} */
    Site site();
}
