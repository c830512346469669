package dev.heapwright.heap.observed;

import java.util.List;

/**
 * What a block has to pass before it is allocated, once in a while: it decides which blocks are sampled, and whether the limit
 * allows more. In between, a thread {@linkplain ThreadCounts#admit passes by} and counts only.
 *
 * <p><b>The limit.</b> A thread is granted some bytes in advance. All that threads have, and all that they are granted, is
 * within the limit. Where that leaves too little for a block, what the others are granted is taken back, and from then on each
 * block is asked for: so the last byte below the limit can be had, and none above, except by calls that another thread was
 * in the middle of when its grant was taken back.
 */
final class Gate {
    /** The result of asking. */
    enum Answer {
        REFUSED,
        COUNTED,
        SAMPLED
    }

    /** More than any allocator has; sums of sizes up to this do not overflow. */
    private static final long MOST = 1L << 60;

    /** The most that a thread is granted in advance. */
    private static final long MOST_IN_ADVANCE = 1L << 20;

    private final Counts counts;
    private final Sampling sampling;
    private final Limit limit;

    Gate(Counts counts, Settings settings) {
        this.counts = counts;
        sampling = settings.sampling();
        limit = settings.limit();
    }

    /**
     * Counts a block that is allocated or resized, unless the limit does not allow it.
     *
     * @param mine the counts of the thread that calls
     * @param size of the block, in bytes
     * @param oldSize its size until now; 0 for a new block
     */
    synchronized Answer pass(ThreadCounts mine, long size, long oldSize) {
        if (size > MOST) {
            return Answer.REFUSED;
        }
        if (mine.nextSample == 0) {
            mine.nextSample = mine.allocated() + sampling.interval();
        }
        if (size > mine.granted - mine.allocated() && !grant(mine, size, oldSize)) {
            mine.updateNext();
            return Answer.REFUSED;
        }
        boolean isSampled = size > mine.nextSample - mine.allocated();
        mine.add(size, oldSize);
        if (isSampled) {
            mine.nextSample = mine.allocated() + sampling.interval();
        }
        mine.updateNext();
        return isSampled ? Answer.SAMPLED : Answer.COUNTED;
    }

    private boolean grant(ThreadCounts mine, long size, long oldSize) {
        if (!limit.isSet()) {
            mine.granted = Long.MAX_VALUE / 2;
            return true;
        }
        List<ThreadCounts> all = counts.all();
        long growth = size - oldSize;
        long room = room(all, mine);
        if (growth <= room) {
            long advance = Math.min(MOST_IN_ADVANCE, (room - growth) / (4L * all.size()));
            mine.granted = mine.allocated() + size + advance;
            return true;
        }
        for (ThreadCounts each : all) {
            each.granted = each.allocated();
            each.updateNext();
        }
        // A block may always shrink.
        if (growth > Math.max(0, room(all, mine))) {
            return false;
        }
        mine.granted = mine.allocated() + size;
        return true;
    }

    /** Returns how much more may be granted to one thread, whose own grant is used up. */
    private long room(List<ThreadCounts> all, ThreadCounts mine) {
        long room = limit.bytes();
        for (ThreadCounts each : all) {
            long allocated = each.allocated();
            room -= (each == mine ? allocated : Math.max(allocated, each.granted)) - each.freed();
        }
        return room;
    }
}
