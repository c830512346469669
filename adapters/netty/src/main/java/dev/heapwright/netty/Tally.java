package dev.heapwright.netty;

import dev.heapwright.memory.CurrentThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A sum to which each platform thread adds in a stripe of its own, without any synchronisation: a pair of atomic additions would
 * cost more than a block from the heap. A thread finds its stripe through a table by its identifier, which is never given again.
 *
 * <p>Virtual threads, of which there may be millions, share one adder, and so do all threads of a Java that does not tell which
 * one is calling.
 */
final class Tally {
    /** So few threads at once have the same place that one of them may share the adder with others. */
    private static final int LENGTH = 1 << 10;

    /** The number of threads among which it is not worth looking for ended ones. */
    private static final int FEW = 8;

    private final @Nullable Stripe[] table = emptyTable();
    private final LongAdder shared = new LongAdder();
    private final List<Stripe> stripes = new ArrayList<>();

    /** The number of threads from which on the next one has those that ended looked for. */
    private int enough = FEW;

    private static @Nullable Stripe[] emptyTable() {
        return new Stripe[LENGTH];
    }

    void add(long bytes) {
        long id = CurrentThread.id();
        Stripe stripe = table[place(id)];
        if (stripe != null && stripe.owner() == id) {
            stripe.add(bytes);
        } else {
            addOnceAttached(bytes);
        }
    }

    private void addOnceAttached(long bytes) {
        Stripe mine = attached();
        if (mine == null) {
            shared.add(bytes);
        } else {
            mine.add(bytes);
        }
    }

    /** Returns null if the thread that calls has to share, also for lack of Java heap. */
    private @Nullable Stripe attached() {
        if (!CurrentThread.isPlatform()) {
            return null;
        }
        Stripe other = table[place(CurrentThread.id())];
        try {
            return other == null || other.hasEnded() ? attach() : null;
        } catch (OutOfMemoryError noJavaHeap) {
            return null;
        }
    }

    private synchronized @Nullable Stripe attach() {
        int place = place(CurrentThread.id());
        if (stripes.size() >= enough || table[place] != null) {
            stripes.removeIf(this::isRemovedIfEnded);
            enough = FEW + 2 * stripes.size();
        }
        if (table[place] != null) {
            return null;
        }
        Stripe mine = new Stripe(CurrentThread.id());
        stripes.add(mine);
        table[place] = mine;
        return mine;
    }

    private boolean isRemovedIfEnded(Stripe stripe) {
        if (!stripe.hasEnded()) {
            return false;
        }
        table[place(stripe.owner())] = null;
        shared.add(stripe.sum());
        return true;
    }

    /** Returns the sum, which is exact if no thread adds meanwhile. */
    synchronized long sum() {
        long sum = shared.sum();
        for (Stripe each : stripes) {
            sum += each.sum();
        }
        return sum;
    }

    private static int place(long id) {
        return (int) id & (LENGTH - 1);
    }
}
