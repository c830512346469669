package dev.heapwright.front;

import dev.heapwright.memory.CurrentThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The threads that have magazines of their own, which are all but virtual ones.
 *
 * <p>A table leads a thread to its magazines by its identifier. It is read without any synchronisation: a thread looks
 * for its own identifier only, which nobody else writes there, and an identifier is never given again. Where it sees
 * nothing, or something that is too old, it comes to {@link #attached}.
 */
final class Owners {
    /** The length of a table: so few threads at once have the same place that one of them may do without. */
    private static final int LENGTH = 1 << 12;

    /** The number of threads among which it is not worth looking for ended ones. */
    private static final int FEW = 8;

    private final Supply supply;
    private final Map<Long, Owner> owners = new HashMap<>();
    private final @Nullable Magazines[] table = emptyTable();

    /** The number of threads from which on the next one has those that ended looked for. */
    private int enough = FEW;

    Owners(Supply supply) {
        this.supply = supply;
    }

    private static @Nullable Magazines[] emptyTable() {
        return new Magazines[LENGTH];
    }

    /** Returns the table, for {@link #mine}: whoever needs it often keeps it. */
    @Nullable
    Magazines[] table() {
        return table;
    }

    /** Returns the magazines of the thread that calls, if the table leads to them. */
    static @Nullable Magazines mine(@Nullable Magazines[] table) {
        long id = CurrentThread.id();
        Magazines magazines = table[index(id)];
        return magazines != null && magazines.owner == id ? magazines : null;
    }

    /** Returns the magazines of the thread that calls; null if it cannot have any, also for lack of Java heap. */
    @Nullable
    Magazines attached() {
        Magazines mine = mine(table);
        try {
            return mine != null ? mine : attach();
        } catch (OutOfMemoryError noJavaHeap) {
            return null;
        }
    }

    private @Nullable Magazines attach() {
        if (!CurrentThread.isPlatform()) {
            return null;
        }
        boolean isPressed;
        boolean wasDetached;
        Magazines magazines;
        synchronized (this) {
            long id = CurrentThread.id();
            if (!isFree(id)) {
                return null;
            }
            Owner owner = owners.get(id);
            wasDetached = owner != null;
            if (owner == null) {
                removeEnded();
                owner = new Owner(new Magazines(id, supply));
                owners.put(id, owner);
            }
            if (!owner.magazines.open()) {
                return null;
            }
            table[index(id)] = owner.magazines;
            owner.isAttached = true;
            isPressed = owner.isPressed;
            owner.isPressed = false;
            owner.isReleased = false;
            magazines = owner.magazines;
        }
        if (wasDetached) {
            lookAfter(magazines, isPressed);
        }
        return magazines;
    }

    private void lookAfter(Magazines magazines, boolean isPressed) {
        if (isPressed) {
            magazines.release();
            magazines.open();
        } else {
            magazines.trim();
        }
        supply.releaseThreadCache();
    }

    /** Gives back what ended threads had, as soon as there may be as many of them as of others. */
    private void removeEnded() {
        if (owners.size() < enough) {
            return;
        }
        for (Owner owner : all()) {
            if (owner.hasEnded()) {
                remove(owner);
            }
        }
        enough = FEW + 2 * owners.size();
    }

    /** Returns whether a thread's place in the table is not another thread's, other than one that has ended. */
    private boolean isFree(long id) {
        Magazines before = table[index(id)];
        if (before == null || before.owner == id) {
            return true;
        }
        Owner other = Objects.requireNonNull(owners.get(before.owner));
        if (!other.hasEnded()) {
            return false;
        }
        remove(other);
        return true;
    }

    private static int index(long id) {
        return (int) id & (LENGTH - 1);
    }

    private void detach(Owner owner) {
        if (owner.isAttached) {
            table[index(owner.magazines.owner)] = null;
            owner.isAttached = false;
        }
    }

    private void remove(Owner owner) {
        detach(owner);
        owners.remove(owner.magazines.owner);
        owner.magazines.release();
    }

    /**
     * Has each thread look after its magazines with its next call. Where the thread has ended or is away since it was
     * last told, its blocks are returned for it.
     *
     * @return whether any thread used its magazines since this was last called
     */
    synchronized boolean trim() {
        boolean isUsed = false;
        for (Owner owner : all()) {
            if (owner.hasEnded()) {
                remove(owner);
            } else if (owner.isAttached) {
                isUsed = true;
                detach(owner);
            } else {
                releaseIfAway(owner);
            }
        }
        return isUsed;
    }

    /**
     * Gives back all blocks: those of threads that are away or have ended now, those of others with their next call.
     *
     * @return whether there are such others
     */
    synchronized boolean release() {
        boolean isComplete = true;
        for (Owner owner : all()) {
            detach(owner);
            if (owner.hasEnded()) {
                remove(owner);
            } else if (owner.magazines.owner == CurrentThread.id()) {
                owner.magazines.release();
            } else if (!releaseIfAway(owner)) {
                owner.isPressed = true;
                isComplete = false;
            }
        }
        return isComplete;
    }

    private static boolean releaseIfAway(Owner owner) {
        if (!owner.isReleased && owner.isAway()) {
            owner.magazines.release();
            owner.isReleased = true;
        }
        return owner.isReleased;
    }

    private List<Owner> all() {
        return new ArrayList<>(owners.values());
    }
}
