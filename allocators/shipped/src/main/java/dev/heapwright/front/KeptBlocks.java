package dev.heapwright.front;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** All blocks that a front keeps, and who may use which of them. */
final class KeptBlocks {
    /** How often threads that are busy are waited for, a millisecond each time, when there is no more memory. */
    private static final int WAITS = 20;

    private static final long WAITED_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supply supply;
    private final Owners owners;
    private final Stripes stripes;
    private final Upkeep upkeep;

    /** When busy threads were last waited for, as of {@link System#nanoTime}. */
    private long waited = System.nanoTime() - WAITED_AGAIN_NANOS;

    /**
     * @param limit how much is kept, in bytes
     * @param periodMillis how long what is not used is kept, in milliseconds, at least
     */
    KeptBlocks(BackingAllocator backing, long limit, long periodMillis) {
        supply = new Supply(backing, new Budget(limit));
        owners = new Owners(supply);
        stripes = new Stripes(supply);
        upkeep = new Upkeep(this, periodMillis);
    }

    /** Returns the table that leads threads to their magazines, see {@link Owners#mine}. */
    @Nullable
    Magazines[] table() {
        return owners.table();
    }

    /** Takes a block, or returns 0; then there is a place for the one that is allocated instead. */
    long take(int blockClass) {
        upkeep.wake(spent());
        Magazines mine = owners.attached();
        return mine != null ? taken(blockClass, mine) : takenFromStripe(blockClass);
    }

    private long takenFromStripe(int blockClass) {
        Stripe stripe = stripes.enter();
        if (stripe == null) {
            return 0;
        }
        try {
            return taken(blockClass, stripe.magazines);
        } finally {
            stripe.leave();
        }
    }

    private long taken(int blockClass, Magazines magazines) {
        long address = magazines.take(blockClass);
        if (address == 0) {
            magazines.addPlace(blockClass);
        }
        return address;
    }

    /** Takes back a block: it is kept, or goes to the native allocator. */
    void put(int blockClass, long address) {
        upkeep.wake(spent());
        Magazines mine = owners.attached();
        if (mine != null) {
            mine.put(blockClass, address);
            return;
        }
        Stripe stripe = stripes.enter();
        if (stripe == null) {
            supply.release(blockClass, address);
            return;
        }
        try {
            stripe.magazines.put(blockClass, address);
        } finally {
            stripe.leave();
        }
    }

    /**
     * Gives back all blocks, as there is no more memory.
     *
     * @return whether there were any
     */
    boolean giveBack() {
        if (spent() == 0) {
            return false;
        }
        boolean isComplete = release();
        if (!isComplete && System.nanoTime() - waited > WAITED_AGAIN_NANOS) {
            waited = System.nanoTime();
            for (int i = 0; i < WAITS && !isComplete; i++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                isComplete = release();
            }
        }
        return true;
    }

    /**
     * Gives back all blocks of those who are not using them now.
     *
     * @return whether these are all
     */
    boolean release() {
        boolean isComplete = owners.release();
        stripes.release();
        supply.releaseAll();
        supply.releaseThreadCache();
        return isComplete;
    }

    /**
     * Gives back what has not been used since this was last called.
     *
     * @return whether anything was used
     */
    boolean trim() {
        // First here, where there is enough stack for what it takes the first time; the others' caches then follow.
        supply.releaseThreadCache();
        boolean isShared = stripes.trim();
        boolean isOwned = owners.trim();
        supply.releaseIdle();
        return isShared || isOwned;
    }

    /** Returns what the capacities of all magazines add up to, in bytes. */
    long spent() {
        return supply.budget().spent();
    }
}
