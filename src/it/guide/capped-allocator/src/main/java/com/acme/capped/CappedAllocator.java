package com.acme.capped;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import java.util.concurrent.atomic.AtomicLong;

/** The C library's memory, but at most 64 MiB of it at a time. */
@Allocator
public final class CappedAllocator {
    static final long CAP = 64L << 20;

    private static final AtomicLong USED = new AtomicLong();

    private CappedAllocator() {}

    public static long allocate(long size, long align) {
        if (!take(size)) {
            return 0;
        }
        long address = CHeap.alignedAlloc(align, size);
        if (address == 0) {
            USED.addAndGet(-size);
        }
        return address;
    }

    public static void deallocate(long address, long oldSize, long align) {
        CHeap.alignedFree(address, align);
        USED.addAndGet(-oldSize);
    }

    public static long reallocate(long address, long oldSize, long size, long align) {
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    public static long usableSize(long size, long align) {
        return size;
    }

    private static boolean take(long size) {
        long used;
        do {
            used = USED.get();
            if (size > CAP - used) {
                return false;
            }
        } while (!USED.compareAndSet(used, used + size));
        return true;
    }
}
