package dev.heapwright.hardened;

import dev.heapwright.memory.CHeap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Blocks that no slot is large enough for: from the C library, with a canary, and with their sizes in the Java heap. */
final class LargeBlocks {
    private static final Map<Long, Long> SIZES = new ConcurrentHashMap<>();

    private LargeBlocks() {}

    static long allocate(long size, long align) {
        if (size > Long.MAX_VALUE - SizeClass.CANARY) {
            return 0;
        }
        long address = CHeap.alignedAlloc(align, size + SizeClass.CANARY);
        if (address == 0) {
            return 0;
        }
        try {
            SIZES.put(address, size);
        } catch (OutOfMemoryError noJavaHeap) {
            CHeap.freeAlignedSized(address, align, size + SizeClass.CANARY);
            return 0;
        }
        SizeClass.writeCanary(address, size);
        return address;
    }

    static void deallocate(long address, long size, long align) {
        check(address, size);
        // Of two threads that free it at the same time, one finds nothing.
        if (SIZES.remove(address) == null) {
            throw CorruptionError.notLive(address);
        }
        CHeap.freeAlignedSized(address, align, size + SizeClass.CANARY);
    }

    static void check(long address, long size) {
        Long found = SIZES.get(address);
        if (found == null) {
            throw CorruptionError.notLive(address);
        }
        if (found != size) {
            throw CorruptionError.mismatch(address, found, size);
        }
        SizeClass.checkCanary(address, size);
    }
}
