package dev.heapwright.heap;

/**
 * Thrown if the build has bound no allocator to the {@link Heap}, or more than one, or one that calls the heap itself.
 * The message says what to do.
 */
public final class BindingError extends LinkageError {
    private static final long serialVersionUID = 1L;

    private final boolean circular;

    BindingError(String message) {
        this(message, false);
    }

    private BindingError(String message, boolean circular) {
        super(message);
        this.circular = circular;
    }

    /** {@return an error for an allocator that calls the heap} */
    static BindingError circular(String message) {
        return new BindingError(message, true);
    }

    boolean isCircular() {
        return circular;
    }
}
