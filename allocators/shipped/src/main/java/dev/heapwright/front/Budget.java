package dev.heapwright.front;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits what all magazines of a front hold together. A magazine counts with its capacity from the time that it is
 * created: the paths that take and return single blocks then count nothing.
 */
final class Budget {
    private final long limit;
    private final AtomicLong spent = new AtomicLong();

    /**
     * @param limit bytes, 0 or more
     */
    Budget(long limit) {
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    /** Returns what is spent, in bytes. */
    long spent() {
        return spent.get();
    }

    /** Spends some bytes, unless that would be more than the limit. */
    boolean spend(long bytes) {
        if (spent.addAndGet(bytes) <= limit) {
            return true;
        }
        spent.addAndGet(-bytes);
        return false;
    }

    void refund(long bytes) {
        spent.addAndGet(-bytes);
    }
}
