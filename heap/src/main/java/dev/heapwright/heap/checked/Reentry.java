package dev.heapwright.heap.checked;

/** Detects an allocator that calls the heap it serves, at the call. */
final class Reentry {
    /** Whether each thread is within the allocator; uses only JDK types, because thread-locals outlive the program. */
    private final ThreadLocal<boolean[]> inside = ThreadLocal.withInitial(() -> new boolean[1]);

    /**
     * Records that this thread is about to call the allocator.
     *
     * @return what to pass to {@link #leave}
     * @throws MisuseError if it is already within the allocator
     */
    boolean[] enter(String allocator) {
        boolean[] within = inside.get();
        if (within[0]) {
            throw Misuse.circularDependency(allocator, new Trace());
        }
        within[0] = true;
        return within;
    }

    /** Records that the allocator has returned. */
    static void leave(boolean[] within) {
        within[0] = false;
    }
}
