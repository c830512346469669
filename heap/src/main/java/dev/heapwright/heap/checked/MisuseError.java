package dev.heapwright.heap.checked;

/**
 * Thrown if the program has misused a block. Only checked glue detects this; without it, the allocator's state or other
 * data would now be corrupted. The message says what was found, and where the block was allocated.
 */
public final class MisuseError extends Error {
    private static final long serialVersionUID = 1L;

    MisuseError(String message) {
        super(message);
    }
}
