package @package@;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * An allocator that delegates to the C library. The annotation's documentation describes each function's obligations.
 */
@Allocator
public final class @Class@ {
    private @Class@() {}

    public static long allocate(long size, long align) {
        return CHeap.alignedAlloc(align, size);
    }

    public static void deallocate(long address, long oldSize, long align) {
        CHeap.alignedFree(address, align);
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
}
