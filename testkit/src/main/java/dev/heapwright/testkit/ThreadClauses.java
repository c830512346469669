package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.TestBlock;
import dev.heapwright.testkit.block.TestBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happens to a block in a thread other than the one that allocated it, and after that thread has ended. */
final class ThreadClauses {
    private static final long[] SIZES = {24, 1000, 60_000};
    private static final int BLOCKS = 16;

    /**
     * How often. Freed memory can take long to appear again, as with {@link ReuseClauses}: here glibc also has one pool for
     * each of several threads, and the JVM's own blocks, of which a new thread has many, come between.
     */
    private static final int MOST_ROUNDS = 4096;

    /** How many bytes may be lost before it is reported as a leak. */
    private static final long MOST_LEAKED = 512 << 20;

    private final Functions functions;
    private final long size;
    private final TestBlocks live = new TestBlocks();
    private final AllocatorProbe mine;
    private final Addresses addresses = new Addresses(6 * BLOCKS);

    private ThreadClauses(Functions functions, long size) {
        this.functions = functions;
        this.size = size;
        this.mine = AllocatorProbe.of(functions, live, 1);
    }

    /** The repeated step: blocks are allocated and freed. */
    private interface Round {
        void run(ThreadClauses state);
    }

    static List<Clause> of(Options options) {
        return List.of(
                clause(
                        "a block allocated by one thread is freed by another",
                        "allocate(%d, 8) in one thread and deallocate in another",
                        options,
                        ThreadClauses::handOver),
                clause(
                        "memory freed by a thread before it ends is reused",
                        "allocate(%d, 8) and deallocate in a thread that ends",
                        options,
                        ThreadClauses::giveBackAndEnd),
                clause(
                        "a block outlives the thread that allocated it, and another frees it",
                        "allocate(%d, 8) in a thread that ends and deallocate in another",
                        options,
                        ThreadClauses::leaveBehind));
    }

    private static Clause clause(String name, String calls, Options options, Round round) {
        return new Clause(name, functions -> {
            for (long size : SIZES) {
                if (size <= options.largest()) {
                    ThreadClauses state = new ThreadClauses(functions, size);
                    long most = Math.min(MOST_ROUNDS, MOST_LEAKED / (BLOCKS * size));
                    for (int i = 0; i < most && !state.addresses.areOld(); i++) {
                        round.run(state);
                    }
                    state.addresses.expectOld(calls.formatted(size));
                }
            }
        });
    }

    private void handOver() {
        List<TestBlock> row = allocate(mine, BLOCKS);
        inNewThread(blocks -> giveBack(blocks, row));
        row.forEach(addresses::add);
    }

    private void giveBackAndEnd() {
        List<TestBlock> row = new ArrayList<>();
        inNewThread(blocks -> {
            row.addAll(allocate(blocks, BLOCKS));
            giveBack(blocks, row);
        });
        row.forEach(addresses::add);
    }

    private void leaveBehind() {
        List<TestBlock> row = new ArrayList<>();
        inNewThread(blocks -> row.addAll(allocate(blocks, BLOCKS)));
        row.addAll(allocate(mine, BLOCKS));
        giveBack(mine, row);
        // Memory that was returned twice now overlaps.
        giveBack(mine, allocate(mine, 4 * BLOCKS));
        row.forEach(addresses::add);
    }

    private void inNewThread(Consumer<AllocatorProbe> task) {
        Threads.run(List.of(() -> task.accept(AllocatorProbe.of(functions, live, 2))));
    }

    private List<TestBlock> allocate(AllocatorProbe blocks, int count) {
        List<TestBlock> row = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            row.add(blocks.allocate(size, 8));
        }
        return row;
    }

    private void giveBack(AllocatorProbe blocks, List<TestBlock> row) {
        row.forEach(block -> blocks.deallocate(block, size));
    }
}
