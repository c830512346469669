package dev.heapwright.heap.observed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sampled blocks that are live, by address. Whoever frees a block only reads whether there is any block at the place of its
 * address, which is seldom so. That needs no synchronisation: who frees a block has got its address from the thread that
 * allocated it, and with it sees what that thread has written.
 */
final class SampledBlocks {
    private static final int PLACE_BITS = 16;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /** How many of the newest blocks have a stack that is not looked up: most of them are freed before. */
    private static final int NEWEST = 1024;

    private final @Nullable SampledBlock[] places = emptyPlaces();
    private final Deque<SampledBlock> newest = new ArrayDeque<>();
    private final CallSites sites = new CallSites();

    private static @Nullable SampledBlock[] emptyPlaces() {
        return new SampledBlock[1 << PLACE_BITS];
    }

    private static int place(long address) {
        return (int) ((address * MULTIPLIER) >>> (64 - PLACE_BITS));
    }

    /** Returns the first block at each place, for {@link #mayContain}: whoever needs it often keeps it. */
    @Nullable
    SampledBlock[] places() {
        return places;
    }

    /** Returns false if there certainly is no block of that address. */
    static boolean mayContain(@Nullable SampledBlock[] places, long address) {
        return places[place(address)] != null;
    }

    void add(SampledBlock block) {
        @Nullable SampledBlock older;
        synchronized (this) {
            int place = place(block.address);
            block.next = places[place];
            places[place] = block;
            newest.addLast(block);
            older = newest.size() > NEWEST ? newest.pollFirst() : null;
        }
        if (older != null && find(older.address) == older) {
            older.site(sites);
        }
    }

    /** Removes the block of an address, and returns it; null if it was not sampled. */
    @Nullable
    SampledBlock remove(long address) {
        SampledBlock block = find(address);
        if (block != null) {
            remove(block);
        }
        return block;
    }

    private @Nullable SampledBlock find(long address) {
        SampledBlock block = places[place(address)];
        while (block != null && block.address != address) {
            block = block.next;
        }
        return block;
    }

    private synchronized void remove(SampledBlock block) {
        int place = place(block.address);
        SampledBlock before = null;
        for (SampledBlock each = places[place]; each != null; each = each.next) {
            if (each == block) {
                if (before == null) {
                    places[place] = block.next;
                } else {
                    before.next = block.next;
                }
                return;
            }
            before = each;
        }
    }

    /** Returns where live blocks were allocated, and how much of it is live. */
    LiveSites live() {
        List<SampledBlock> live = new ArrayList<>();
        synchronized (this) {
            for (SampledBlock first : places) {
                for (SampledBlock each = first; each != null; each = each.next) {
                    live.add(each);
                }
            }
        }
        LiveSites.Sum sum = new LiveSites.Sum();
        live.forEach(block -> sum.add(block.site(sites), block.weight * block.size, block.weight));
        return sum.result();
    }
}
