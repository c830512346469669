package dev.heapwright.heap;

/**
 * A block of size 0, which has no memory, and the arguments that are those of no block at all. Only calls whose size or
 * alignment is not that of a block with memory get here.
 */
final class EmptyBlock {
    private EmptyBlock() {}

    /**
     * Any address that is aligned and not 0 is suitable: as in Rust's dangling pointer, the alignment itself is both.
     */
    static long allocate(long size, long align) {
        if (size < 0 || !Heap.isPowerOfTwo(align)) {
            throw illegal("size", size, align);
        }
        return align;
    }

    /** A block shrunk to size 0 could never be freed: with size 0, {@link Heap#deallocate} does nothing. */
    static long resizeInplace(long oldSize, long size) {
        if (size < 0) {
            throw illegal("size", size, 1);
        }
        if (oldSize != 0) {
            throw new IllegalArgumentException("size is 0: a block cannot be resized to 0 in place; deallocate it");
        }
        return 0;
    }

    static IllegalArgumentException illegal(String sizeName, long size, long align) {
        return new IllegalArgumentException(
                size < 0
                        ? sizeName + " is " + size + ", must be 0 or greater"
                        : "align is " + align + ", must be a power of two");
    }
}
