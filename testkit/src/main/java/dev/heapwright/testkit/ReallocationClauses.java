package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.TestBlock;
import java.util.Arrays;
import java.util.List;

/** What happens to a block that is resized and may move. */
final class ReallocationClauses {
    private static final long[] SIZES = {1, 8, 15, 16, 17, 100, 1000, 4000, 4096, 5000, 8192, 8193, 100_000, 300_000};

    private ReallocationClauses() {}

    static List<Clause> of(Options options) {
        return List.of(Clause.watched(
                "reallocation keeps content and alignment, in every direction",
                blocks -> everyDirection(blocks, options)));
    }

    private static void everyDirection(AllocatorProbe blocks, Options options) {
        long[] sizes =
                Arrays.stream(SIZES).filter(size -> size <= options.largest()).toArray();
        for (long align : new long[] {1, 8, 64, 4096}) {
            for (long from : sizes) {
                for (long to : sizes) {
                    for (boolean hole : new boolean[] {true, false}) {
                        resize(blocks, from, to, align, hole);
                    }
                }
            }
        }
    }

    /**
     * Resizes the first of three blocks. If the second has been freed, the result is likely to be in its place,
     * directly followed by the third: this reveals an allocator that copies too much. If not, the second directly
     * follows the first: this reveals an allocator that claims to have grown the first without doing so.
     */
    private static void resize(AllocatorProbe blocks, long from, long to, long align, boolean hole) {
        TestBlock first = blocks.allocate(from, align);
        TestBlock second = blocks.allocate(to, align);
        TestBlock third = blocks.allocate(from, align);
        if (hole) {
            blocks.deallocate(second, to);
        }
        TestBlock resized = blocks.reallocate(first, hole ? from : first.usable(), to);
        TestBlock back = blocks.reallocate(resized, hole ? resized.usable() : to, from);
        blocks.deallocate(back, from);
        if (!hole) {
            blocks.deallocate(second, to);
        }
        blocks.deallocate(third, from);
    }
}
