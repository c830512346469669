package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.TestBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What happens to a block that is resized and must not move. */
final class InplaceClauses {
    private static final long[] SIZES = {1, 16, 100, 2000, 4000, 4096, 20_000, 300_000};
    private static final long[] ALIGNMENTS = {1, 8, 64, 4096};

    private InplaceClauses() {}

    static List<Clause> of(Options options) {
        long[] sizes =
                Arrays.stream(SIZES).filter(size -> size <= options.largest()).toArray();
        return List.of(
                Clause.watched("a block resized in place to its own size is unchanged", blocks -> {
                    for (long align : ALIGNMENTS) {
                        for (long size : sizes) {
                            sameSize(blocks, size, align);
                        }
                    }
                }),
                Clause.watched(
                        "adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory",
                        blocks -> {
                            for (long align : ALIGNMENTS) {
                                for (long from : sizes) {
                                    for (long to : sizes) {
                                        growAndShrink(blocks, from, to, align);
                                    }
                                }
                            }
                        }));
    }

    private static void sameSize(AllocatorProbe blocks, long size, long align) {
        TestBlock block = blocks.allocate(size, align);
        long usable = block.usable();
        for (long same : new long[] {size, size + (usable - size) / 2, usable}) {
            block = blocks.reallocateInplace(block, same, same);
            if (block.usable() != usable) {
                throw Defect.of(
                        "reallocateInplace to the same size did not return the usable size",
                        "reallocateInplace(0x%x, %d, %d, %d)".formatted(block.address(), same, same, align),
                        "%d, as usableSize(%d, %d) is".formatted(usable, size, align),
                        "" + block.usable());
            }
        }
        blocks.deallocate(block, usable);
    }

    private static void growAndShrink(AllocatorProbe blocks, long from, long to, long align) {
        List<TestBlock> row = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            row.add(blocks.allocate(i % 2 == 0 ? from : to, align));
        }
        for (int i = 0; i < 4; i++) {
            TestBlock block = row.get(i);
            TestBlock resized = blocks.reallocateInplace(block, block.size(), i % 2 == 0 ? to : from);
            tryToGetItsMemory(blocks, resized);
            TestBlock back = blocks.reallocateInplace(resized, resized.usable(), block.size());
            tryToGetItsMemory(blocks, back);
            row.set(i, back);
        }
        row.forEach(block -> blocks.deallocate(block, block.size()));
    }

    /** Memory that was freed by mistake is likely to be reused immediately. */
    private static void tryToGetItsMemory(AllocatorProbe blocks, TestBlock block) {
        blocks.deallocate(blocks.allocate(block.size(), block.align()), block.size());
    }
}
