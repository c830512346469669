package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.TestBlock;
import dev.heapwright.testkit.block.TestBlocks;
import dev.heapwright.testkit.sequence.Choices;
import dev.heapwright.testkit.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Guarantees for any order of calls, from any thread. */
final class RandomClauses {
    /** Operations in a sequence: after this many, all blocks are freed, and the next seed is used. */
    private static final int SEQUENCE = 10_000;

    /** How many threads perform a share of the operations in turn, and leave their blocks to the next one. */
    private static final int GENERATIONS = 8;

    /** The maximum number of blocks that threads share. */
    private static final int SLOTS = 1024;

    private RandomClauses() {}

    static List<Clause> of(Options options) {
        return List.of(
                new Clause(
                        "%,d operations at random, from seed %d on".formatted(options.operations(), options.seed()),
                        functions -> inOneThread(functions, options)),
                new Clause(
                        "%,d operations at random by %d threads at the same time, seed %d"
                                .formatted(options.operations(), options.threads(), options.seed()),
                        functions -> inManyThreads(functions, options)));
    }

    private static void inOneThread(Functions functions, Options options) {
        long seed = options.seed();
        for (long done = 0; done < options.operations(); done += SEQUENCE, seed++) {
            int count = (int) Math.min(SEQUENCE, options.operations() - done);
            Sequence sequence = Sequence.of(seed, count, options.largest(), options.budget());
            long first = seed;
            long before = done;
            sequence.run(functions).ifPresent(found -> {
                throw found.again()
                        ? found.defect().with("replay:", replay(first, count))
                        : found.defect()
                                .with(
                                        "after:",
                                        "earlier operations, which it takes to fail: replay all from the first seed on")
                                .with("replay:", replay(options.seed(), before + count));
            });
        }
    }

    private static String replay(long seed, long operations) {
        return "-D%s=%d -D%s=%d"
                .formatted(AllocatorContract.SEED_PROPERTY, seed, AllocatorContract.OPERATIONS_PROPERTY, operations);
    }

    private static void inManyThreads(Functions functions, Options options) {
        TestBlocks live = new TestBlocks();
        AtomicReferenceArray<@Nullable TestBlock> slots = new AtomicReferenceArray<>(SLOTS);
        long largest = Math.min(options.largest(), options.budget() / SLOTS);
        int threads = options.threads() * GENERATIONS;
        long share = (options.operations() + threads - 1) / threads;
        try {
            for (int first = 0; first < threads; first += options.threads()) {
                AtomicBoolean failed = new AtomicBoolean();
                List<Runnable> tasks = new ArrayList<>();
                for (int thread = first; thread < first + options.threads(); thread++) {
                    Choices choices = new Choices(options.seed() + thread, largest);
                    AllocatorProbe blocks = AllocatorProbe.of(functions, live, thread);
                    tasks.add(() -> Threads.repeat(share, failed, () -> useAny(slots, blocks, choices)));
                }
                Threads.run(tasks);
            }
            AllocatorProbe.of(functions, live, threads).deallocateAll();
        } catch (Defect defect) {
            throw defect.with(
                    "after:",
                    "operations of %d threads at the same time, in a different order each time"
                            .formatted(options.threads()));
        }
    }

    /** Takes a block, whichever thread put it there, and replaces it with another or none. */
    private static void useAny(
            AtomicReferenceArray<@Nullable TestBlock> slots, AllocatorProbe blocks, Choices choices) {
        int slot = choices.below(SLOTS);
        TestBlock block = slots.getAndSet(slot, null);
        if (block == null) {
            put(slots, slot, blocks, choices.allocate(blocks));
            return;
        }
        long oldSize = choices.oldSize().of(block);
        switch (choices.below(4)) {
            case 0 -> put(slots, slot, blocks, blocks.reallocateInplace(block, oldSize, choices.size()));
            case 1 -> put(slots, slot, blocks, blocks.reallocate(block, oldSize, choices.size()));
            default -> blocks.deallocate(block, oldSize);
        }
    }

    private static void put(
            AtomicReferenceArray<@Nullable TestBlock> slots, int slot, AllocatorProbe blocks, TestBlock block) {
        TestBlock other = slots.getAndSet(slot, block);
        if (other != null) {
            blocks.deallocate(other, other.size());
        }
    }
}
