package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.Tags;
import dev.heapwright.testkit.block.Tags.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Guarantees when threads use one size at the same time, as fast as they can. */
final class RaceClauses {
    private static final int PAIRS = 400_000;
    private static final int SLOTS = 8;
    private static final long[] SIZES = {16, 64, 4096};

    private RaceClauses() {}

    static List<Clause> of(Options options) {
        return List.of(new Clause(
                "%d threads use one size at the same time, as fast as they can".formatted(options.threads()),
                functions -> {
                    for (long size : SIZES) {
                        if (size <= options.largest()) {
                            race(functions, options, size);
                        }
                    }
                }));
    }

    private static void race(Functions functions, Options options, long size) {
        AtomicBoolean failed = new AtomicBoolean();
        AtomicReferenceArray<@Nullable Tagged> slots = new AtomicReferenceArray<>(SLOTS);
        List<Runnable> tasks = new ArrayList<>();
        for (int number = 0; number < options.threads(); number++) {
            Tags tags = new Tags(functions, size, number);
            SplittableRandom random = new SplittableRandom(options.seed() + number);
            int pairs = options.rounds(PAIRS) / options.threads();
            tasks.add(() -> Threads.repeat(pairs, failed, () -> use(tags, slots, random)));
        }
        Threads.run(tasks);
        Tags tags = new Tags(functions, size, options.threads());
        for (int slot = 0; slot < SLOTS; slot++) {
            giveBack(tags, slots.getAndSet(slot, null));
        }
    }

    /** Some blocks are freed immediately, some after the next one, and some by another thread. */
    // This is meant to interrupt the threads in many places: nothing relies on it.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void use(Tags tags, AtomicReferenceArray<@Nullable Tagged> slots, SplittableRandom random) {
        int choice = random.nextInt(256);
        Tagged block = tags.allocate(choice % 3 == 0);
        // Without it, a thread keeps a core for milliseconds, and is rarely interrupted at a critical point.
        if (choice < 8) {
            Thread.yield();
        }
        switch (choice % 4) {
            case 0 -> tags.deallocate(block);
            case 1 -> giveBack(tags, slots.getAndSet(choice / 4 % SLOTS, block));
            default -> {
                Tagged next = tags.allocate(false);
                tags.deallocate(block);
                tags.deallocate(next);
            }
        }
    }

    private static void giveBack(Tags tags, @Nullable Tagged block) {
        if (block != null) {
            tags.deallocate(block);
        }
    }
}
