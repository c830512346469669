package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Block;
import dev.heapwright.testkit.block.Blocks;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.LiveBlocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What becomes of memory that was given back: it is handed out again. */
final class ReuseClauses {
    private static final int ROUNDS = 500;
    private static final int BLOCKS = 8;
    private static final long[] SIZES = {24, 1000, 60_000};

    private ReuseClauses() {}

    static List<Clause> of(Options options) {
        return List.of(
                Clause.watched("memory that was given back is handed out again", blocks -> {
                    for (long size : SIZES) {
                        if (size <= options.largest()) {
                            giveBack(blocks, size);
                        }
                    }
                }),
                Clause.watched(
                        "reallocation gives the memory of a block that moved back", blocks -> grow(blocks, options)),
                new Clause("a block that one thread allocated, another gives back", functions -> {
                    for (long size : SIZES) {
                        if (size <= options.largest()) {
                            giveBackInAnotherThread(functions, size);
                        }
                    }
                }));
    }

    private static void giveBack(Blocks blocks, long size) {
        Set<Long> addresses = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            allocate(blocks, size, addresses).forEach(block -> blocks.deallocate(block, size));
        }
        expectReuse(addresses, "allocate(%d, 8) and deallocate".formatted(size));
    }

    private static void grow(Blocks blocks, Options options) {
        long large = Math.min(5000, options.largest());
        Set<Long> addresses = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Block block : allocate(blocks, 24, addresses)) {
                blocks.deallocate(blocks.reallocate(block, 24, large), large);
            }
        }
        expectReuse(addresses, "allocate(24, 8), reallocate to %d and deallocate".formatted(large));
    }

    private static void giveBackInAnotherThread(Functions functions, long size) {
        LiveBlocks live = new LiveBlocks();
        Blocks mine = Blocks.of(functions, live, 1);
        Set<Long> addresses = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Block> row = allocate(mine, size, addresses);
            Blocks others = Blocks.of(functions, live, 2);
            Threads.run(List.of(() -> row.forEach(block -> others.deallocate(block, size))));
        }
        expectReuse(addresses, "allocate(%d, 8) in one thread and deallocate in another".formatted(size));
    }

    private static List<Block> allocate(Blocks blocks, long size, Set<Long> addresses) {
        List<Block> row = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            Block block = blocks.allocate(size, 8);
            addresses.add(block.address());
            row.add(block);
        }
        return row;
    }

    /** An allocator may keep memory for a while, but not half of all that there ever was. */
    private static void expectReuse(Set<Long> addresses, String calls) {
        int all = ROUNDS * BLOCKS;
        if (addresses.size() > all / 2) {
            throw Defect.of(
                    "memory that was given back is not handed out again",
                    "%s, %,d times, %d blocks at a time".formatted(calls, all, BLOCKS),
                    "the same addresses again and again",
                    "%,d addresses".formatted(addresses.size()));
        }
    }
}
