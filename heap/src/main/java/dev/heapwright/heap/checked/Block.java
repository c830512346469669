package dev.heapwright.heap.checked;

import dev.heapwright.memory.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block as the program knows it, within the larger one that the allocator gave:
 *
 * <pre>
 * base      address               address + size   base + extent
 *  | fence   | the program's bytes | fence           |
 * </pre>
 *
 * <p>The fence in front has as many bytes as the alignment demands, and at least {@link #FENCE}. The one behind is longer
 * where the block was shrunk in place.
 *
 * @param address what the program was given
 * @param size what it asked for, in bytes
 * @param align what it asked for, in bytes
 * @param base what the allocator gave
 * @param extent what the allocator was asked for, in bytes
 * @param allocated where
 * @param freed where it was given back; null while it is live
 */
record Block(
        long address,
        long size,
        long align,
        long base,
        long extent,
        Origin allocated,
        @Nullable Origin freed) {
    /** At least that many bytes before and behind a block show a write outside of it. */
    static final long FENCE = 64;

    /** A byte that is not as it was left; {@code offset} counts from the block's first. */
    record Change(long offset, byte value) {}

    /** {@return the bytes to ask the allocator for; 0 where no allocator could have as many} */
    static long extent(long size, long align) {
        long around = front(align) + FENCE;
        return size > Long.MAX_VALUE - around ? 0 : around + size;
    }

    /** {@return a block with its fences, in {@code extent(size, align)} bytes from {@code base}} */
    static Block at(long base, long size, long align, Origin allocated) {
        Block block = of(base + front(align), size, align, extent(size, align), allocated);
        // All of it at once takes less time than its two fences, unless it is large.
        if (size <= FENCE) {
            Pattern.FENCE.fill(base, block.extent);
        } else {
            Pattern.FENCE.fill(base, block.address - base);
            Pattern.FENCE.fill(block.end(), block.limit() - block.end());
        }
        return block;
    }

    /** {@return a live block that has its fences already} */
    static Block of(long address, long size, long align, long extent, Origin allocated) {
        return new Block(address, size, align, address - front(align), extent, allocated, null);
    }

    /** {@return this block, its last bytes now part of the fence} */
    Block shrunk(long smaller) {
        Pattern.FENCE.fill(address + smaller, size - smaller);
        return new Block(address, smaller, align, base, extent, allocated, freed);
    }

    /** {@return this block, given back or not} */
    Block freed(@Nullable Origin where) {
        return new Block(address, size, align, base, extent, allocated, where);
    }

    boolean contains(long other) {
        return address <= other && other < end();
    }

    /** Overwrites it and its fences, for {@link #writeAfterFree} to see who still uses it. */
    void poison() {
        Pattern.FREED.fill(base, extent);
    }

    /** {@return the first byte of the fence behind that has changed, or of the one before} */
    Optional<Change> overrun() {
        Optional<Change> behind = changed(Pattern.FENCE, end(), limit());
        return behind.isPresent() ? behind : changed(Pattern.FENCE, base, address);
    }

    /** {@return the first byte that has changed since {@link #poison}} */
    Optional<Change> writeAfterFree() {
        return changed(Pattern.FREED, base, limit());
    }

    private Optional<Change> changed(Pattern pattern, long from, long to) {
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

    /** A power of two like the alignment, so that what the allocator aligned stays so behind it. */
    private static long front(long align) {
        return Math.max(align, FENCE);
    }
}
