package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.TestBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens when memory is exhausted, which is tested only if the limit is known. */
final class ExhaustionClauses {
    private ExhaustionClauses() {}

    /** {@return the last clauses: it is not a defect if memory used for small blocks is never reused for large ones} */
    static List<Clause> of(Options options) {
        return options.limit() == Long.MAX_VALUE
                ? List.of()
                : List.of(Clause.watched(
                        "when exhausted, it returns 0, and has all of its memory again after all blocks are freed",
                        blocks -> exhaustTwice(blocks, options)));
    }

    private static void exhaustTwice(AllocatorProbe blocks, Options options) {
        // So few that all of them can be checked after each call.
        long size = Math.max(options.limit() / 128, 1);
        List<TestBlock> first = exhaust(blocks, options, size);
        if (!first.isEmpty()) {
            first.set(0, blocks.refuseReallocation(first.get(0), size, options.limit()));
        }
        int before = first.size();
        first.forEach(block -> blocks.deallocate(block, size));
        int after = exhaust(blocks, options, size).size();
        if (after < before - before / 8) {
            throw Defect.of(
                    "freed memory is lost",
                    "allocate(%d, 8) until it returns 0, for the second time".formatted(size),
                    before + " blocks, as the first time",
                    after + " blocks");
        }
    }

    private static List<TestBlock> exhaust(AllocatorProbe blocks, Options options, long size) {
        List<TestBlock> all = new ArrayList<>();
        for (Optional<TestBlock> block = blocks.tryAllocate(size, 8);
                block.isPresent();
                block = blocks.tryAllocate(size, 8)) {
            all.add(block.get());
            if (size * all.size() > options.limit()) {
                throw Defect.of(
                        "more memory was allocated than there is",
                        "allocate(%d, 8)".formatted(size),
                        "0 before %,d bytes are in use".formatted(options.limit()),
                        "%,d bytes in use".formatted(size * all.size()));
            }
        }
        return all;
    }
}
