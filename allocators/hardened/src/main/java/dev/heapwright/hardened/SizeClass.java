package dev.heapwright.hardened;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * Blocks in slots of one size. A slot that is free is full of a known value; one in use has a secret value behind the
 * block's last byte.
 *
 * <p>A slot that was freed first waits in a ring, the quarantine, and then joins the free ones. The next block is placed
 * in any of those that joined last, chosen at random.
 */
final class SizeClass {
    /** Bytes behind a block that nobody may change. */
    static final int CANARY = Long.BYTES;

    private static final byte POISON = (byte) 0xDF;
    private static final long POISONED = 0xDFDF_DFDF_DFDF_DFDFL;
    private static final long SECRET = new SecureRandom().nextLong();

    /** Among how many free slots one is chosen, at least if there is memory for them, and at most. */
    private static final int FEWEST = 16;

    private static final int MOST = 256;

    /** The binary logarithm of a slot's size. */
    final int logSlot;

    private final long[] quarantine = new long[64];
    private int oldest;
    private long[] free = new long[MOST];
    private int freeCount;

    /** Of all chunks, whether they are free or not. */
    private int slotCount;

    private long random = new SecureRandom().nextLong() | 1;

    SizeClass(int logSlot) {
        this.logSlot = logSlot;
    }

    /** Returns the address of a new block; 0 if there is no memory for it. */
    synchronized long allocate(int size) {
        if (freeCount < FEWEST && !addChunk() && freeCount == 0) {
            return 0;
        }
        int chosen = freeCount - 1 - (int) Long.remainderUnsigned(nextRandom(), Math.min(freeCount, MOST));
        long address = free[chosen];
        free[chosen] = free[--freeCount];
        for (long at = address; at < address + slotSize(); at += Long.BYTES) {
            if (Memory.getLong(at) != POISONED) {
                throw CorruptionError.useAfterFree(at, slotSize());
            }
        }
        setSize(Objects.requireNonNull(Chunk.of(address)), address, size);
        return address;
    }

    synchronized void deallocate(Chunk chunk, long address, long size) {
        check(chunk, address, size);
        chunk.setSizeAt(address, 0);
        Memory.fill(address, slotSize(), POISON);
        long released = quarantine[oldest];
        quarantine[oldest] = address;
        oldest = (oldest + 1) % quarantine.length;
        if (released != 0) {
            push(released);
        }
    }

    /** Changes the size of a block in its slot. */
    synchronized void resize(Chunk chunk, long address, long oldSize, int size) {
        check(chunk, address, oldSize);
        setSize(chunk, address, size);
    }

    /** Throws if an address is not that of a block of this size, or somebody wrote behind its end. */
    synchronized void check(Chunk chunk, long address, long size) {
        int found = chunk.sizeAt(address);
        if ((address & slotSize() - 1) != 0) {
            throw CorruptionError.within(address);
        }
        if (found == 0) {
            throw CorruptionError.doubleFree(address);
        }
        if (found != size) {
            throw CorruptionError.mismatch(address, found, size);
        }
        checkCanary(address, size);
    }

    static void writeCanary(long address, long size) {
        Memory.putLong(address + size, SECRET ^ address);
    }

    static void checkCanary(long address, long size) {
        if (Memory.getLong(address + size) != (SECRET ^ address)) {
            throw CorruptionError.overrun(address, size);
        }
    }

    private void setSize(Chunk chunk, long address, int size) {
        chunk.setSizeAt(address, size);
        writeCanary(address, size);
    }

    /** Adds the slots of a new chunk, and room for when all of them are free again: freeing must not fail. */
    private boolean addChunk() {
        long start = CHeap.alignedAlloc(Chunk.SIZE, Chunk.SIZE);
        if (start == 0) {
            return false;
        }
        int more = (int) (Chunk.SIZE >>> logSlot);
        try {
            if (slotCount + more > free.length) {
                free = Arrays.copyOf(free, Math.max(slotCount + more, 2 * free.length));
            }
            Chunk.add(start, this);
        } catch (OutOfMemoryError noJavaHeap) {
            CHeap.freeAlignedSized(start, Chunk.SIZE, Chunk.SIZE);
            return false;
        }
        slotCount += more;
        Memory.fill(start, Chunk.SIZE, POISON);
        for (long slot = start; slot < start + Chunk.SIZE; slot += slotSize()) {
            push(slot);
        }
        return true;
    }

    private void push(long slot) {
        free[freeCount++] = slot;
    }

    private long slotSize() {
        return 1L << logSlot;
    }

    /** Marsaglia's xorshift: nobody sees enough of it to guess the rest. */
    private long nextRandom() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return random;
    }
}
