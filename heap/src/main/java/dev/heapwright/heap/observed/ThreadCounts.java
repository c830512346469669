package dev.heapwright.heap.observed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;

/**
 * What one thread has allocated and freed. Only that thread changes it, without synchronisation; others may read it, and see
 * a value that was right a moment ago. What {@link #next} is, {@link Gate} decides under its lock.
 *
 * <p>Threads that have none of their own {@linkplain #isShared share} some, and change them atomically.
 */
final class ThreadCounts extends Apart {
    private static final VarHandle ALLOCATED = field("allocated");
    private static final VarHandle FREED = field("freed");
    private static final VarHandle NEXT = field("next");

    /** The identifier of the thread; 0 for shared counts. */
    final long owner;

    /** Bytes of the blocks that were allocated. */
    @SuppressWarnings("unused")
    private long allocated;

    /** Bytes of the blocks that were freed, whoever has allocated them. */
    @SuppressWarnings("unused")
    private long freed;

    /** Up to how many bytes may be allocated before the gate has to be asked: the lesser of the next two. */
    @SuppressWarnings("unused")
    private long next;

    /** The block that contains this byte, of all that are allocated, is sampled. Guarded by the gate. */
    long nextSample;

    /** Up to how many bytes the limit allows. Guarded by the gate. */
    long granted;

    private final WeakReference<Thread> thread;

    /** {@code owner} is the identifier of the thread that calls, or 0. */
    ThreadCounts(long owner) {
        this.owner = owner;
        thread = new WeakReference<>(owner == 0 ? null : Thread.currentThread());
    }

    boolean isShared() {
        return owner == 0;
    }

    /** Returns whether the thread has ended: then nobody changes these any more, and all its changes are visible. */
    boolean hasEnded() {
        Thread living = thread.get();
        return !isShared() && (living == null || !living.isAlive());
    }

    /**
     * Counts a block if the gate need not be asked. Only the owner may call this. The fields are accessed like any other, which lets the
     * JIT combine what it does for two calls; what others read is written by the next call that it cannot see into.
     */
    boolean admit(long size) {
        long before = allocated;
        if (size >= next - before) {
            return false;
        }
        allocated = before + size;
        return true;
    }

    /** Counts a freed block. Only the owner may call this. */
    void free(long size) {
        freed += size;
    }

    /** Counts a block if the gate need not be asked, whoever calls. */
    boolean admitAnywhere(long size) {
        if (!isShared()) {
            return admit(size);
        }
        long before;
        do {
            before = allocated();
            if (size >= (long) NEXT.getOpaque(this) - before) {
                return false;
            }
        } while (!ALLOCATED.weakCompareAndSet(this, before, before + size));
        return true;
    }

    /** Adds to what was allocated and freed, whoever calls. */
    void add(long allocatedBytes, long freedBytes) {
        if (isShared()) {
            ALLOCATED.getAndAdd(this, allocatedBytes);
            FREED.getAndAdd(this, freedBytes);
        } else {
            ALLOCATED.setOpaque(this, allocated + allocatedBytes);
            FREED.setOpaque(this, freed + freedBytes);
        }
    }

    long allocated() {
        return (long) ALLOCATED.getOpaque(this);
    }

    long freed() {
        return (long) FREED.getOpaque(this);
    }

    /** Makes {@link #admit} ask the gate in time. The gate calls this under its lock. */
    void updateNext() {
        NEXT.setOpaque(this, Math.min(nextSample, granted));
    }

    private static VarHandle field(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(ThreadCounts.class, name, long.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}
