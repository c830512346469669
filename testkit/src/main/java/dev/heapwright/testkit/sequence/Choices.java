package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.TestBlock;
import java.util.SplittableRandom;

/** Random requests to an allocator: mostly typical ones, occasionally an unusual one. */
public final class Choices {
    private static final int ORDINARY_SIZE_BITS = 14;
    private static final int ORDINARY_ALIGN_BITS = 7;
    private static final int ALIGN_BITS = 21;

    private final SplittableRandom random;
    private final long largest;

    /**
     * New choices.
     *
     * @param seed that determines all of them
     * @param largest the largest size and alignment in bytes, 1 or more
     */
    public Choices(long seed, long largest) {
        this.random = new SplittableRandom(seed);
        this.largest = largest;
    }

    /**
     * {@return a number, 0 or greater}
     *
     * @param bound exclusive upper bound
     */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /**
     * {@return bytes, 1 or more: each power of two has the same probability, half of it for itself and its neighbour}
     */
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

    /** {@return a new block, one in four zeroed if the allocator supports that} */
    public TestBlock allocate(AllocatorProbe blocks) {
        return below(4) == 0 && blocks.functions().hasAllocateZeroed()
                ? blocks.allocateZeroed(size(), align())
                : blocks.allocate(size(), align());
    }

    /** {@return which old size to pass} */
    public OldSize oldSize() {
        return switch (below(3)) {
            case 0 -> OldSize.REQUESTED;
            case 1 -> OldSize.BETWEEN;
            default -> OldSize.USABLE;
        };
    }
}
