package dev.heapwright.heap.checked;

/** Sees an allocator that calls the heap which it serves, at the call. */
final class Reentry {
    /** The threads that are within the allocator, each by itself; of the JDK's types only, as they outlive the program. */
    private final ThreadLocal<boolean[]> inside = ThreadLocal.withInitial(() -> new boolean[1]);

    /**
     * Says that this thread calls the allocator.
     *
     * @return what {@link #leave} is to be told
     * @throws MisuseError if it is within the allocator already
     */
    boolean[] enter(String allocator) {
        boolean[] within = inside.get();
        if (within[0]) {
            throw Misuse.circularDependency(allocator, new Trace());
        }
        within[0] = true;
        return within;
    }

    /** Says that the allocator has returned. */
    static void leave(boolean[] within) {
        within[0] = false;
    }
}
