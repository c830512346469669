package dev.heapwright.guarded;

import dev.heapwright.memory.Memory;
import dev.heapwright.memory.Pages;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A few blocks, each at the end of a page of its own, with an inaccessible page behind it and one before it. After a
 * block was freed, its own page is inaccessible too, until all other free ones have been used.
 *
 * <pre>
 *   guard | slot 0 | guard | slot 1 | guard | slot 2 | guard
 *                ^^ block                 ^ inaccessible after it was freed
 * </pre>
 *
 * <p>If the alignment leaves bytes between block and guard, they have a known value, which is tested when the block is
 * freed.
 */
final class GuardedBlocks {
    private static final byte SLACK = (byte) 0xA5;

    private final long page;
    private final long start;
    private final long length;
    private final @Nullable GuardLog log;

    /** The free slots, a ring: the one that was freed first is used first. */
    private final int[] free;

    private final boolean[] isUsed;
    private int first;
    private int count;

    private GuardedBlocks(long page, long start, int slots, @Nullable GuardLog log) {
        this.page = page;
        this.start = start;
        this.length = (2L * slots + 1) * page;
        this.log = log;
        free = new int[slots];
        isUsed = new boolean[slots];
        for (int i = 0; i < slots; i++) {
            free[i] = i;
        }
        count = slots;
    }

    /**
     * Reserves addresses.
     *
     * @param slots how many blocks there may be at once, at least 1
     * @param log the file that tells where they were allocated; null for none
     * @return the blocks; null if there are no addresses
     */
    static @Nullable GuardedBlocks reserve(int slots, @Nullable Path log) {
        long page = Pages.size();
        long start = Pages.reserve((2L * slots + 1) * page);
        return start == 0 ? null : new GuardedBlocks(page, start, slots, log == null ? null : GuardLog.in(log, slots));
    }

    long start() {
        return start;
    }

    long length() {
        return length;
    }

    /** Returns the address of a new block; 0 if it does not fit into a page, or all slots are in use. */
    long allocate(long size, long align) {
        if (size > page || align > page) {
            return 0;
        }
        int slot = take();
        if (slot < 0) {
            return 0;
        }
        long own = page(slot);
        if (!Pages.open(own, page)) {
            giveBack(slot);
            return 0;
        }
        long address = (own + page - size) & -align;
        Memory.fill(address + size, own + page - address - size, SLACK);
        if (log != null) {
            log.allocated(slot, address, size);
        }
        return address;
    }

    /**
     * Frees a block.
     *
     * @throws GuardError if it was freed before, or bytes behind it were changed
     */
    void deallocate(long address, long size) {
        int slot = (int) ((address - start) / page - 1) / 2;
        long own = page(slot);
        free(slot, address);
        for (long at = address + size; at < own + page; at++) {
            if (Memory.getByte(at) != SLACK) {
                throw GuardError.overrun(address, size, at);
            }
        }
        if (log != null) {
            log.freed(slot, address);
        }
        // A page that cannot be closed is not used again.
        if (Pages.close(own, page)) {
            giveBack(slot);
        }
    }

    private long page(int slot) {
        return start + (2L * slot + 1) * page;
    }

    private synchronized void free(int slot, long address) {
        if (!isUsed[slot]) {
            throw GuardError.doubleFree(address);
        }
        isUsed[slot] = false;
    }

    private synchronized int take() {
        if (count == 0) {
            return -1;
        }
        int slot = free[first];
        first = (first + 1) % free.length;
        count--;
        isUsed[slot] = true;
        return slot;
    }

    private synchronized void giveBack(int slot) {
        isUsed[slot] = false;
        free[(first + count) % free.length] = slot;
        count++;
    }
}
