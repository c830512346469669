package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.Block;
import dev.heapwright.testkit.block.Blocks;
import java.util.SplittableRandom;

/** What is asked of an allocator at random: mostly what programs ask for, now and then something out of the ordinary. */
public final class Choices {
    private static final int ORDINARY_SIZE_BITS = 14;
    private static final int ORDINARY_ALIGN_BITS = 7;
    private static final int ALIGN_BITS = 21;

    private final SplittableRandom random;
    private final long largest;

    /**
     * New choices.
     *
     * @param seed from which all of them follow
     * @param largest bytes of the largest size and alignment, 1 or more
     */
    public Choices(long seed, long largest) {
        this.random = new SplittableRandom(seed);
        this.largest = largest;
    }

    /**
     * {@return a number from 0 on}
     *
     * @param bound greater than it
     */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** {@return bytes, 1 or more: each power of two has the same share, half of it for itself and its neighbour} */
    public long size() {
        int bits = below(256) == 0 ? Long.SIZE - Long.numberOfLeadingZeros(largest) : ORDINARY_SIZE_BITS;
        long power = 1L << below(bits);
        long size = below(2) == 0 ? power + below(2) : power + random.nextLong(power);
        return Math.min(size, largest);
    }

    /** {@return bytes, a power of two} */
    public long align() {
        long align = 1L << below(below(64) == 0 ? ALIGN_BITS : ORDINARY_ALIGN_BITS);
        return Math.min(align, Long.highestOneBit(largest));
    }

    /** {@return a new block, one in four of zeros where the allocator has them} */
    public Block allocate(Blocks blocks) {
        return below(4) == 0 && blocks.functions().hasAllocateZeroed()
                ? blocks.allocateZeroed(size(), align())
                : blocks.allocate(size(), align());
    }

    /** {@return a way to tell an old size} */
    public OldSize oldSize() {
        return switch (below(3)) {
            case 0 -> OldSize.REQUESTED;
            case 1 -> OldSize.BETWEEN;
            default -> OldSize.USABLE;
        };
    }
}
