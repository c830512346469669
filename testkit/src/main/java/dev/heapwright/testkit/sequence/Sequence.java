package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Random operations that one thread performs in order. They are determined by the seed: a shorter sequence from the
 * same seed is a prefix of a longer one.
 */
public final class Sequence {
    /** A block that will be live. */
    private record Owned(int number, long bytes) {}

    private final Choices choices;
    private final long budget;
    private final int most;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Owned> live = new ArrayList<>();
    private long bytes;

    private Sequence(long seed, long largest, long budget) {
        this.choices = new Choices(seed, largest);
        this.budget = budget;
        this.most = 1 << choices.below(9);
    }

    /**
     * {@return a sequence}
     *
     * @param seed that determines it
     * @param length number of operations
     * @param largest the largest size and alignment in bytes
     * @param budget how many bytes may be in use at the same time
     */
    public static Sequence of(long seed, int length, long largest, long budget) {
        Sequence sequence = new Sequence(seed, largest, budget);
        for (int number = 0; number < length; number++) {
            sequence.add(number);
        }
        return sequence;
    }

    /**
     * {@return the defect that an allocator exhibits, if any, with the shortest sequence that reproduces it}
     *
     * @param functions of the allocator
     */
    public Optional<Found> run(Functions functions) {
        return Run.of(functions, operations, false, 0)
                .map(failure -> Shrinker.shrink(functions, failure)
                        .map(shortest -> new Found(shortest.defect().with("after:", shortest.text()), true))
                        .orElseGet(() -> new Found(failure.defect(), false)));
    }

    private void add(int number) {
        boolean room = live.size() < most && bytes < budget;
        if (live.isEmpty() || (room && choices.below(100) < 45)) {
            allocate(number);
            return;
        }
        int index = choices.below(live.size());
        Owned block = live.get(index);
        switch (choices.below(4)) {
            case 0 -> operations.add(new Operation.ReallocateInplace(block.number, choices.oldSize(), choices.size()));
            case 1 -> {
                long size = choices.size();
                operations.add(new Operation.Reallocate(block.number, choices.oldSize(), size));
                forget(index);
                keep(new Owned(block.number, size));
            }
            default -> {
                operations.add(new Operation.Deallocate(block.number, choices.oldSize()));
                forget(index);
            }
        }
    }

    private void allocate(int number) {
        long size = choices.size();
        long align = choices.align();
        operations.add(new Operation.Allocate(number, size, align, choices.below(4) == 0));
        keep(new Owned(number, size + align));
    }

    private void keep(Owned block) {
        live.add(block);
        bytes += block.bytes;
    }

    private void forget(int index) {
        bytes -= live.get(index).bytes;
        live.set(index, live.get(live.size() - 1));
        live.remove(live.size() - 1);
    }
}
