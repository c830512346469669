package dev.heapwright.heap.checked;

/**
 * A stack as the JVM records it. Recording a stack in a {@link Throwable} takes a fraction of the time of a {@link
 * StackWalker}, and it is converted to names only on request: most blocks are freed before that.
 */
final class Trace extends Throwable implements Origin {
    private static final long serialVersionUID = 1L;

    Trace() {
        super(null, null, false, true);
    }

    @Override
    public Site site() {
        return Site.of(getStackTrace());
    }

    /** {@return roughly how many bytes of the Java heap it takes: the JVM records 32 frames at a time} */
    long javaBytes() {
        return 128 + (getStackTrace().length / 32 + 1) * 32L * 20;
    }
}
