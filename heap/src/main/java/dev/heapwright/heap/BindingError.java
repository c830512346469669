package dev.heapwright.heap;

/** The build has bound no allocator to the {@link Heap}, or more than one. The message says what to do. */
public final class BindingError extends LinkageError {
    private static final long serialVersionUID = 1L;

    BindingError(String message) {
        super(message);
    }
}
