package com.example.guard;

import dev.heapwright.memory.Memory;

/**
 * A few blocks, each at the end of a page of its own, with an inaccessible page behind it. After a block was freed, its
 * own page is inaccessible too, until all other free ones have been used.
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
    /** How many there are, as a system property. */
    static final String SLOTS_PROPERTY = "com.example.guard.slots";

    private static final byte SLACK = (byte) 0xA5;

    private static final int SLOTS = Integer.getInteger(SLOTS_PROPERTY, 256);
    private static final long PAGE = Pages.exist() ? Pages.size() : 0;
    private static final long LENGTH = (2L * SLOTS + 1) * PAGE;
    private static final long START = Pages.exist() ? Pages.reserve(LENGTH) : 0;

    /** The addresses of the free slots, a ring: the one that was freed first is used first. */
    private static final long[] FREE = new long[SLOTS];

    private static int first;
    private static int count;

    static {
        while (START != 0 && count < SLOTS) {
            FREE[count] = START + (2L * count + 1) * PAGE;
            count++;
        }
    }

    private GuardedBlocks() {}

    static boolean contains(long address) {
        return Long.compareUnsigned(address - START, LENGTH) < 0;
    }

    /** Returns the address of a new block; 0 if it does not fit into a page, or all slots are in use. */
    static long allocate(long size, long align) {
        if (size > PAGE || align > PAGE) {
            return 0;
        }
        long slot = take();
        if (slot == 0) {
            return 0;
        }
        if (!Pages.open(slot, PAGE)) {
            giveBack(slot);
            return 0;
        }
        long end = slot + PAGE;
        long address = end - size & -align;
        Memory.fill(address + size, end - address - size, SLACK);
        return address;
    }

    /**
     * Frees a block.
     *
     * @throws IllegalStateException if it was freed before, or was overrun by a few bytes
     */
    static void deallocate(long address, long size) {
        long slot = address & -PAGE;
        synchronized (GuardedBlocks.class) {
            for (int i = 0; i < count; i++) {
                if (FREE[(first + i) % SLOTS] == slot) {
                    throw new IllegalStateException("the block at 0x%x is freed twice".formatted(address));
                }
            }
        }
        for (long at = address + size; at < slot + PAGE; at++) {
            if (Memory.getByte(at) != SLACK) {
                throw new IllegalStateException("the block of %d bytes at 0x%x was overrun".formatted(size, address));
            }
        }
        // A page that cannot be closed is not used again.
        if (Pages.close(slot, PAGE)) {
            giveBack(slot);
        }
    }

    private static synchronized long take() {
        if (count == 0) {
            return 0;
        }
        long slot = FREE[first];
        first = (first + 1) % SLOTS;
        count--;
        return slot;
    }

    private static synchronized void giveBack(long slot) {
        FREE[(first + count) % SLOTS] = slot;
        count++;
    }
}
