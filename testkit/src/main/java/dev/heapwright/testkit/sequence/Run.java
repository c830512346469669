package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.TestBlock;
import dev.heapwright.testkit.block.TestBlocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Performs operations in order, and finally frees the blocks that are still live. */
final class Run {
    private final AllocatorProbe blocks;
    private final boolean listed;
    private final Map<Integer, TestBlock> live = new TreeMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final List<Operation> done = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private Run(Functions functions, boolean careful, int number) {
        blocks = careful
                ? AllocatorProbe.watchful(functions, number)
                : AllocatorProbe.of(functions, new TestBlocks(), number);
        listed = careful;
    }

    /**
     * {@return how it failed, if it did}
     *
     * @param functions of the allocator
     * @param operations to perform; in a shrunk sequence, some may no longer be possible, and are skipped
     * @param careful whether to check all blocks after each operation, to find the one at fault, and to record the
     *     operations
     * @param number of the run, so that content left in memory by an earlier run is not mistaken for its own
     */
    static Optional<Failure> of(Functions functions, List<Operation> operations, boolean careful, int number) {
        Run run = new Run(functions, careful, number);
        try {
            operations.forEach(run::step);
            List.copyOf(run.live.keySet())
                    .forEach(block -> run.step(new Operation.Deallocate(block, OldSize.REQUESTED)));
            return Optional.empty();
        } catch (Defect defect) {
            return Optional.of(new Failure(defect, run.done, run.lines));
        }
    }

    private void step(Operation operation) {
        if (!operation.isPossible(live)) {
            return;
        }
        done.add(operation);
        if (listed) {
            String name = names.computeIfAbsent(operation.block(), number -> "b" + (names.size() + 1));
            lines.add(operation.line(name, Optional.ofNullable(live.get(operation.block()))));
        }
        operation.run(blocks, live);
    }
}
