package dev.heapwright.front;

import dev.heapwright.memory.CurrentThread;
import org.jspecify.annotations.Nullable;

/**
 * The magazines of threads that have none of their own: virtual threads, of which there may be millions, and all
 * threads of a Java that does not tell which one is calling.
 */
final class Stripes {
    private static final int TRIED = 4;

    private final Stripe[] stripes;

    Stripes(Supply supply) {
        int processors = Math.min(32, Runtime.getRuntime().availableProcessors());
        stripes = new Stripe[Integer.highestOneBit(processors) << 2];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new Stripe(supply);
        }
    }

    /** Returns a stripe that the calling thread has entered and has to leave; null if those that it tried are in use. */
    @Nullable
    Stripe enter() {
        long id = CurrentThread.id();
        int first = id == 0 ? System.identityHashCode(Thread.currentThread()) : (int) id;
        for (int i = 0; i < TRIED; i++) {
            Stripe stripe = stripes[first + i & stripes.length - 1];
            if (stripe.enter()) {
                stripe.use();
                return stripe;
            }
        }
        return null;
    }

    /**
     * Gives back the blocks of classes in which nothing has changed since this was last called.
     *
     * @return whether any were used
     */
    boolean trim() {
        boolean isUsed = false;
        for (Stripe stripe : stripes) {
            isUsed |= !stripe.enter() || trimmed(stripe);
        }
        return isUsed;
    }

    private static boolean trimmed(Stripe stripe) {
        try {
            stripe.magazines.trim();
            return stripe.takeUsed();
        } finally {
            stripe.leave();
        }
    }

    /** Gives back all blocks but those of stripes that are in use now. */
    void release() {
        for (Stripe stripe : stripes) {
            if (stripe.enter()) {
                try {
                    stripe.magazines.release();
                } finally {
                    stripe.leave();
                }
            }
        }
    }
}
