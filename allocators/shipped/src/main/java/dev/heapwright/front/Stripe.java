package dev.heapwright.front;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Magazines that several threads use, one at a time. Nobody waits for one: who finds it in use tries another, or does
 * without.
 */
final class Stripe {
    final Magazines magazines;
    private final AtomicBoolean isInUse = new AtomicBoolean();

    /** Whether it was used since {@link #takeUsed} was last called. Only who has entered may look. */
    private boolean isUsed;

    Stripe(Supply supply) {
        magazines = new Magazines(0, supply);
    }

    /** Begins to use the magazines, unless another thread does. Whoever gets true calls {@link #leave}. */
    boolean enter() {
        return !isInUse.getPlain() && isInUse.compareAndSet(false, true);
    }

    /** Notes that the magazines are used, by the thread that has entered. */
    void use() {
        isUsed = true;
    }

    /** Returns whether the magazines were used since this was last called, by the thread that has entered. */
    boolean takeUsed() {
        boolean was = isUsed;
        isUsed = false;
        return was;
    }

    void leave() {
        isInUse.setRelease(false);
    }
}
