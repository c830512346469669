package dev.heapwright.memory;

/** {@link CurrentThread} where the methods are known when this is compiled: handles take a while to be made. */
final class ForeignThread {
    private ForeignThread() {}

    static long id() {
        return Thread.currentThread().threadId();
    }

    static boolean isPlatform() {
        return !Thread.currentThread().isVirtual();
    }
}
