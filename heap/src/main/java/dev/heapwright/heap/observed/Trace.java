package dev.heapwright.heap.observed;

/** A stack as the JVM records it, which takes a microsecond; names are looked up only on request. */
final class Trace extends Throwable {
    private static final long serialVersionUID = 1L;

    Trace() {
        super(null, null, false, true);
    }
}
