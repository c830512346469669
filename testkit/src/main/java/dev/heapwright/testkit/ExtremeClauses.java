package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.TestBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Guarantees for unusual sizes and alignments. Only the ends of large blocks are accessed. */
final class ExtremeClauses {
    private static final int POWERS = Long.SIZE - 1;

    /** The largest zeroed block that is checked, in bytes, because all of it is read. */
    private static final long LARGEST_ZEROED = 4 << 20;

    private ExtremeClauses() {}

    static List<Clause> of(Options options) {
        return List.of(
                Clause.watched(
                        "every power of two up to 2^62 is honored as alignment and as size, or refused",
                        blocks -> powers().forEach(align -> powers().filter(size -> isExpected(size, align, options))
                                .forEach(size -> {
                                    sideBySide(blocks, size, align);
                                    sideBySide(blocks, size + 16, align);
                                }))),
                Clause.watched(
                        "allocateZeroed honors every power of two up to 2^62, and zeroes, or refuses",
                        blocks -> powers().forEach(align -> powers().filter(size -> isExpected(size, align, options))
                                .filter(size -> size <= LARGEST_ZEROED || size >= 1L << 60)
                                .forEach(size -> zeroed(blocks, size, align)))),
                Clause.watched("a block is resized to more than 31 bits and back, or is unchanged", blocks -> {
                    for (long align : new long[] {1, 64, 4096, 1 << 20}) {
                        for (long size : new long[] {24, 5000, 1 << 20}) {
                            if (Math.max(size, align) <= options.largest()) {
                                LongStream.rangeClosed(31, 40).forEach(bits -> {
                                    resize(blocks, size, (1L << bits) + size, align);
                                    resize(blocks, size, (1L << bits) - 16, align);
                                });
                            }
                        }
                    }
                }));
    }

    /** If memory is limited, an allocator may never reuse a very large block for small ones, which is not a defect. */
    private static boolean isExpected(long size, long align, Options options) {
        long bytes = Math.max(size, align);
        return bytes <= options.largest() || bytes > options.limit() || options.limit() == Long.MAX_VALUE;
    }

    private static LongStream powers() {
        return LongStream.range(0, POWERS).map(bits -> 1L << bits);
    }

    /** The small blocks are nearby, so that a block that is smaller than claimed overlaps a neighbour. */
    private static void sideBySide(AllocatorProbe blocks, long size, long align) {
        List<TestBlock> row = new ArrayList<>(List.of(blocks.allocate(16, 1), blocks.allocate(16, 1)));
        blocks.deallocate(row.remove(0), 16);
        blocks.tryAllocate(size, align).ifPresent(row::add);
        blocks.tryAllocate(size, align).ifPresent(row::add);
        row.forEach(block -> blocks.deallocate(block, block.usable()));
    }

    private static void zeroed(AllocatorProbe blocks, long size, long align) {
        if (blocks.functions().hasAllocateZeroed()) {
            // Its previous content must be gone.
            blocks.tryAllocate(size, align).ifPresent(block -> blocks.deallocate(block, size));
            blocks.tryAllocateZeroed(size, align).ifPresent(block -> blocks.deallocate(block, size));
        }
    }

    private static void resize(AllocatorProbe blocks, long size, long huge, long align) {
        TestBlock before = blocks.allocate(size, align);
        TestBlock block = blocks.allocate(size, align);
        TestBlock after = blocks.allocate(size, align);
        block = blocks.reallocateInplace(block, block.usable(), huge);
        block = blocks.tryReallocate(block, block.size(), huge);
        block = blocks.reallocateInplace(block, block.size(), size);
        block = blocks.reallocate(block, block.size(), size);
        List.of(before, block, after).forEach(each -> blocks.deallocate(each, each.size()));
    }
}
