package dev.heapwright.netty;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;

/**
 * What one thread has added to a {@link Tally}. Only that thread changes it; others may read it, and see a value that was right a
 * moment ago.
 */
final class Stripe {
    private static final VarHandle SUM = sumField();

    private final long owner;
    private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());

    @SuppressWarnings("unused")
    private long sum;

    /** {@code owner} is the identifier of the thread that calls. */
    Stripe(long owner) {
        this.owner = owner;
    }

    long owner() {
        return owner;
    }

    /** Returns whether the thread has ended: then nobody changes this any more, and all its changes are visible. */
    boolean hasEnded() {
        Thread living = thread.get();
        return living == null || !living.isAlive();
    }

    /** Only the owner may call this. */
    void add(long bytes) {
        SUM.setOpaque(this, sum + bytes);
    }

    long sum() {
        return (long) SUM.getOpaque(this);
    }

    private static VarHandle sumField() {
        try {
            return MethodHandles.lookup().findVarHandle(Stripe.class, "sum", long.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("sum", e);
        }
    }
}
