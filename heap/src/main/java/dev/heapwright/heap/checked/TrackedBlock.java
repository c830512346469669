package dev.heapwright.heap.checked;

import dev.heapwright.memory.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block as the program sees it, within the larger one that the allocator returned:
 *
 * <pre>
 * base      address               address + size   base + extent
 *  | fence   | the program's bytes | fence           |
 * </pre>
 *
 * <p>The front fence has as many bytes as the alignment requires, and at least {@link #FENCE}. The rear fence is longer
 * if the block was shrunk in place.
 *
 * @param address returned to the program
 * @param size requested by the program, in bytes
 * @param align requested by the program, in bytes
 * @param base address returned by the allocator
 * @param extent requested from the allocator, in bytes
 * @param allocated where it was allocated
 * @param freed where it was freed; null while it is live
 */
record TrackedBlock(
        long address,
        long size,
        long align,
        long base,
        long extent,
        Origin allocated,
        @Nullable Origin freed) {
    /** At least this many bytes before and after a block reveal a write outside it. */
    static final long FENCE = 64;

    /** A byte that has changed; {@code offset} is relative to the block's first byte. */
    record Change(long offset, byte value) {}

    /** {@return the bytes to request from the allocator; 0 if no allocator could provide as many} */
    static long extent(long size, long align) {
        long around = front(align) + FENCE;
        return size > Long.MAX_VALUE - around ? 0 : around + size;
    }

    /** {@return a block with its fences, in {@code extent(size, align)} bytes from {@code base}} */
    static TrackedBlock at(long base, long size, long align, Origin allocated) {
        TrackedBlock block = of(base + front(align), size, align, extent(size, align), allocated);
        // Filling all of it at once is faster than filling its two fences, unless it is large.
        if (size <= FENCE) {
            FillBytes.FENCE.fill(base, block.extent);
        } else {
            FillBytes.FENCE.fill(base, block.address - base);
            FillBytes.FENCE.fill(block.end(), block.limit() - block.end());
        }
        return block;
    }

    /** {@return a live block that has its fences already} */
    static TrackedBlock of(long address, long size, long align, long extent, Origin allocated) {
        return new TrackedBlock(address, size, align, address - front(align), extent, allocated, null);
    }

    /** {@return this block, its last bytes now part of the fence} */
    TrackedBlock shrunk(long smaller) {
        FillBytes.FENCE.fill(address + smaller, size - smaller);
        return new TrackedBlock(address, smaller, align, base, extent, allocated, freed);
    }

    /** {@return this block, freed or not} */
    TrackedBlock freed(@Nullable Origin where) {
        return new TrackedBlock(address, size, align, base, extent, allocated, where);
    }

    boolean contains(long other) {
        return address <= other && other < end();
    }

    /** Overwrites it and its fences, so that {@link #writeAfterFree} can detect later writes. */
    void poison() {
        FillBytes.FREED.fill(base, extent);
    }

    /** {@return the first changed byte of the rear fence, or else of the front fence} */
    Optional<Change> overrun() {
        Optional<Change> behind = changed(FillBytes.FENCE, end(), limit());
        return behind.isPresent() ? behind : changed(FillBytes.FENCE, base, address);
    }

    /** {@return the first byte that has changed since {@link #poison}} */
    Optional<Change> writeAfterFree() {
        return changed(FillBytes.FREED, base, limit());
    }

    private Optional<Change> changed(FillBytes pattern, long from, long to) {
        long index = pattern.firstChanged(from, to - from);
        return index < 0
                ? Optional.empty()
                : Optional.of(new Change(from + index - address, Memory.getByte(from + index)));
    }

    private long end() {
        return address + size;
    }

    private long limit() {
        return base + extent;
    }

    /** A power of two like the alignment, so that what follows is aligned as well. */
    private static long front(long align) {
        return Math.max(align, FENCE);
    }
}
