package dev.heapwright.heap.checked;

/**
 * A stack as the JVM records it. What a {@link Throwable} keeps of a stack takes a fraction of the time of a {@link
 * StackWalker}, and becomes names only when they are asked for: most blocks are given back before anybody asks.
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

    /** {@return about how many bytes of the Java heap it takes: the JVM records 32 frames at a time} */
    long javaBytes() {
        return 128 + (getStackTrace().length / 32 + 1) * 32L * 20;
    }
}
