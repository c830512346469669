package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.TestBlock;
import dev.heapwright.testkit.block.TestBlocks;
import dev.heapwright.testkit.sequence.Choices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Guarantees with very many live blocks, and with very many freed ones. */
final class CrowdClauses {
    private static final int CROWD = 100_000;

    /** Of one size class, so that the allocator's caches for it overflow. */
    private static final int OF_ONE_SIZE = 20_000;

    private static final long[] SIZES = {8, 16, 48, 100, 1000, 5000, 40_000};

    private CrowdClauses() {}

    static List<Clause> of(Options options) {
        int crowd = (int) Math.min(CROWD, options.budget() / 1024);
        return List.of(
                new Clause("%,d blocks of one thread are alive".formatted(crowd), functions -> {
                    for (int round = 0; round < options.rounds(1); round++) {
                        mixed(functions, options, crowd, options.seed() + round);
                    }
                }),
                new Clause(
                        "very many blocks of one size are freed and reused",
                        functions -> ofOneSize(functions, options)));
    }

    private static void mixed(Functions functions, Options options, int crowd, long seed) {
        Choices choices = new Choices(seed, Math.min(options.largest(), 2048));
        AllocatorProbe blocks = AllocatorProbe.of(functions, new TestBlocks(), 4);
        List<TestBlock> row = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            while (row.size() < crowd) {
                row.add(choices.allocate(blocks));
            }
            Collections.shuffle(row, new Random(seed));
            List<TestBlock> half = row.subList(crowd / 2, crowd);
            half.forEach(block -> blocks.deallocate(block, choices.oldSize().of(block)));
            half.clear();
        }
        blocks.deallocateAll();
    }

    private static void ofOneSize(Functions functions, Options options) {
        AllocatorProbe blocks = AllocatorProbe.of(functions, new TestBlocks(), 6);
        for (long size : SIZES) {
            int count = (int) Math.min(OF_ONE_SIZE, options.budget() / 16 / size);
            for (int round = 0; round < 2; round++) {
                List<TestBlock> row = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    row.add(blocks.allocate(size, 8));
                }
                // In the order of allocation, then in reverse.
                if (round == 1) {
                    Collections.reverse(row);
                }
                row.forEach(block -> blocks.deallocate(block, size));
            }
        }
        blocks.deallocateAll();
    }
}
