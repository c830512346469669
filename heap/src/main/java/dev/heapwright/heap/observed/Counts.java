package dev.heapwright.heap.observed;

import dev.heapwright.memory.CurrentThread;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of all threads. A thread finds its own through a table by its identifier, which is read without synchronisation: a
 * thread looks for its own identifier only, and an identifier is never given again.
 *
 * <p>Virtual threads, of which there may be millions, share some counts, and so do all threads of a Java that does not tell
 * which one is calling.
 */
final class Counts {
    /** So few threads at once have the same place that one of them may share counts with others. */
    private static final int LENGTH = 1 << 12;

    /** The number of threads among which it is not worth looking for ended ones. */
    private static final int FEW = 8;

    private final @Nullable ThreadCounts[] table = emptyTable();
    private final ThreadCounts[] shared;
    private final List<ThreadCounts> own = new ArrayList<>();
    private final ThreadCounts ended = new ThreadCounts(0);

    /** The number of threads from which on the next one has those that ended looked for. */
    private int enough = FEW;

    Counts() {
        shared = new ThreadCounts[Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = new ThreadCounts(0);
        }
    }

    private static @Nullable ThreadCounts[] emptyTable() {
        return new ThreadCounts[LENGTH];
    }

    /** Returns the table, for {@link #mine}: whoever needs it often keeps it. */
    @Nullable
    ThreadCounts[] table() {
        return table;
    }

    /** Returns those of the thread that calls; null if the table does not lead to any. */
    static @Nullable ThreadCounts mine(@Nullable ThreadCounts[] table) {
        long id = CurrentThread.id();
        ThreadCounts counts = table[place(id)];
        return counts != null && counts.owner == id ? counts : null;
    }

    private static int place(long id) {
        return (int) id & (LENGTH - 1);
    }

    /** Returns those that the thread that calls has to use, which may be shared. */
    ThreadCounts attached() {
        ThreadCounts mine = mine(table);
        if (mine != null) {
            return mine;
        }
        if (!CurrentThread.isPlatform()) {
            return shared();
        }
        ThreadCounts others = table[place(CurrentThread.id())];
        return others == null || others.hasEnded() ? attach() : shared();
    }

    private ThreadCounts shared() {
        return shared[System.identityHashCode(Thread.currentThread()) & (shared.length - 1)];
    }

    private synchronized ThreadCounts attach() {
        int place = place(CurrentThread.id());
        if (own.size() >= enough || table[place] != null) {
            own.removeIf(this::removedIfEnded);
            enough = FEW + 2 * own.size();
        }
        if (table[place] != null) {
            return shared();
        }
        ThreadCounts mine = new ThreadCounts(CurrentThread.id());
        own.add(mine);
        table[place] = mine;
        return mine;
    }

    private boolean removedIfEnded(ThreadCounts counts) {
        if (!counts.hasEnded()) {
            return false;
        }
        table[place(counts.owner)] = null;
        ended.add(counts.allocated(), counts.freed());
        return true;
    }

    /** Returns all counts; those of ended threads are added up. */
    synchronized List<ThreadCounts> all() {
        List<ThreadCounts> all = new ArrayList<>(own);
        all.addAll(List.of(shared));
        all.add(ended);
        return all;
    }

    /** Returns the sum of all, which is exact if no thread changes its own meanwhile. */
    HeapCounts sum() {
        long allocated = 0;
        long freed = 0;
        for (ThreadCounts each : all()) {
            allocated += each.allocated();
            freed += each.freed();
        }
        return new HeapCounts(allocated, freed);
    }
}
