package dev.heapwright.memory;

/**
 * {@link CHeap} through {@code sun.misc.Unsafe}, whose memory comes from the C library's malloc.
 *
 * <p>A block aligned to more than malloc's alignment is made from a larger one. The word before the block contains the
 * address of the larger one:
 *
 * <pre>
 * raw           address - 8   address, a multiple of align       raw + size + align
 *  | (padding)   | raw         | size bytes       | (padding)     |
 * </pre>
 */
final class UnsafeHeap {
    private UnsafeHeap() {}

    static long malloc(long size) {
        try {
            return UnsafeMemory.UNSAFE.allocateMemory(size);
        } catch (OutOfMemoryError | IllegalArgumentException e) {
            return 0;
        }
    }

    static long calloc(long size) {
        long address = malloc(size);
        if (address != 0) {
            UnsafeMemory.fill(address, size, (byte) 0);
        }
        return address;
    }

    static long realloc(long address, long size) {
        try {
            return UnsafeMemory.UNSAFE.reallocateMemory(address, size);
        } catch (OutOfMemoryError | IllegalArgumentException e) {
            return 0;
        }
    }

    static void free(long address) {
        UnsafeMemory.UNSAFE.freeMemory(address);
    }

    /** {@code align} is greater than {@link CHeap#ALIGNMENT}, {@code size + align} at most {@link Long#MAX_VALUE}. */
    static long alignedAlloc(long align, long size) {
        long raw = malloc(size + align);
        if (raw == 0) {
            return 0;
        }
        // The next multiple, never raw itself: as malloc aligns to at least 8, that leaves room for the header.
        long address = (raw + align) & -align;
        UnsafeMemory.putLong(address - Long.BYTES, raw);
        return address;
    }

    static void alignedFree(long address) {
        free(UnsafeMemory.getLong(address - Long.BYTES));
    }
}
