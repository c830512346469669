package dev.heapwright.heap;

/**
 * Replaces the glue if it is missing or not unique, or must not be used in this process: every use throws an error that says what to do. A heap whose
 * initialisation failed would say so only once, and afterwards only that its class could not be initialised.
 */
final class Unbound extends Binding {
    private final BindingError reason;

    Unbound(BindingError reason) {
        super("none", "none", "not bound");
        this.reason = reason;
    }

    BindingError error() {
        return reason.again();
    }

    @Override
    protected long allocate(long size, long align) {
        throw error();
    }

    @Override
    protected void deallocate(long address, long oldSize, long align) {
        throw error();
    }

    @Override
    protected long reallocate(long address, long oldSize, long size, long align) {
        throw error();
    }

    @Override
    protected long reallocateInplace(long address, long oldSize, long size, long align) {
        throw error();
    }

    @Override
    protected long usableSize(long size, long align) {
        throw error();
    }
}
