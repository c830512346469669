package dev.heapwright.hardened;

/** A block was misused, or memory that is not in use was written to: the heap cannot be trusted any more. */
public final class CorruptionError extends Error {
    private static final long serialVersionUID = 1;

    CorruptionError(String message) {
        super(message);
    }
}
