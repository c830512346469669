package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.TestBlock;
import java.util.ArrayList;
import java.util.List;

/** What happens if more memory is requested than any machine has. */
final class RefusalClauses {
    /** A size that no machine has, and an alignment. */
    static final long HUGE = 1L << 62;

    /** Sizes that no machine has, some of which overflow when something is added. */
    private static final long[] HUGE_SIZES = {
        1L << 60, HUGE, HUGE + 1, Long.MAX_VALUE - (1 << 20), Long.MAX_VALUE - 4096, Long.MAX_VALUE - 15, Long.MAX_VALUE
    };

    /** No program has an address that is a multiple of one of these, other than 0. */
    private static final long[] HUGE_ALIGNMENTS = {1L << 60, HUGE};

    private RefusalClauses() {}

    static List<Clause> of(Functions functions, Options options) {
        return List.of(
                Clause.watched(
                        "an impossible size is refused with 0",
                        blocks -> SizeClauses.alignments(options).forEach(align -> {
                            for (long size : HUGE_SIZES) {
                                refuse(blocks, functions, size, align);
                            }
                        })),
                Clause.watched("an impossible alignment is refused with 0", blocks -> {
                    for (long align : HUGE_ALIGNMENTS) {
                        for (long size : new long[] {1, 100, 10_000}) {
                            refuse(blocks, functions, size, align);
                        }
                    }
                }),
                Clause.watched(
                        "a failed reallocation returns 0, and the old block is unchanged",
                        blocks -> forBlocks(options, (size, align) -> failToReallocate(blocks, size, align))),
                Clause.watched(
                        "failed resizing in place returns the usable size, and the block is unchanged",
                        blocks -> forBlocks(options, (size, align) -> failInplace(blocks, size, align))));
    }

    private static void refuse(AllocatorProbe blocks, Functions functions, long size, long align) {
        blocks.refuseAllocation(false, size, align);
        if (functions.hasAllocateZeroed()) {
            blocks.refuseAllocation(true, size, align);
        }
    }

    /** A size and an alignment. */
    private interface Shape {
        void accept(long size, long align);
    }

    private static void forBlocks(Options options, Shape action) {
        for (long align : new long[] {1, 8, 64, 4096}) {
            for (long size : new long[] {1, 24, 100, 1000, 8192, 100_000}) {
                if (Math.max(size, align) <= options.largest()) {
                    action.accept(size, align);
                }
            }
        }
    }

    private static void failToReallocate(AllocatorProbe blocks, long size, long align) {
        TestBlock block = blocks.allocate(size, align);
        for (long huge : HUGE_SIZES) {
            block = blocks.refuseReallocation(block, size, huge);
            block = blocks.refuseReallocation(block, block.usable(), huge);
        }
        expectKept(blocks, block);
    }

    private static void failInplace(AllocatorProbe blocks, long size, long align) {
        TestBlock block = blocks.allocate(size, align);
        for (long huge : HUGE_SIZES) {
            block = blocks.refuseInplace(block, size, huge);
            block = blocks.refuseInplace(block, block.usable(), huge);
        }
        expectKept(blocks, block);
    }

    /** If the block's memory was freed by mistake, it is likely to be reused now. */
    private static void expectKept(AllocatorProbe blocks, TestBlock block) {
        List<TestBlock> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            others.add(blocks.allocate(block.size(), block.align()));
        }
        others.forEach(other -> blocks.deallocate(other, other.size()));
        blocks.deallocate(block, block.size());
    }
}
