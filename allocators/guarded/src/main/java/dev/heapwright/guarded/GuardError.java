package dev.heapwright.guarded;

/** A guarded block was freed twice, or bytes behind it were changed. */
public final class GuardError extends Error {
    private static final long serialVersionUID = 1;

    GuardError(String message) {
        super(message);
    }
}
