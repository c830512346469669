package dev.heapwright.heap;

/**
 * Stands where the glue is missing, or where there is more than one: every use says what to do. A heap whose
 * initialisation failed would say so once, and after that only that its class could not be initialised.
 */
final class Unbound extends Binding {
    private final String message;

    Unbound(String message) {
        super("none", "none", "not bound");
        this.message = message;
    }

    BindingError error() {
        return new BindingError(message);
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
