package dev.heapwright.heap.checked;

/**
 * The program has done with a block what nobody may do. Only checked glue finds it; without, the allocator's state or
 * somebody's data would be damaged now. The message says what was found, and where the block was allocated.
 */
public final class MisuseError extends Error {
    private static final long serialVersionUID = 1L;

    MisuseError(String message) {
        super(message);
    }
}
