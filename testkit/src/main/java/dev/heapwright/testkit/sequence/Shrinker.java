package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shrinks a failed sequence as long as it fails in the same way:
 * <ol>
 * <li>remove everything after the failure;
 * <li>remove halves, quarters, and so on down to single operations (Zeller's delta debugging);
 * <li>once there are only a few hundred operations, check all blocks after each one: now the defect shows where it
 *     occurs, which is often much earlier than where it is noticed;
 * <li>try smaller numbers;
 * <li>repeat all of this until nothing more helps.
 * </ol>
 *
 * <p>Each attempt uses a fresh copy of the allocator, so that the sequence fails on its own and not because of state
 * left by others. It leaks what that allocator has allocated from the system, and, if it fails, its blocks too, as they
 * cannot be trusted; so the number of attempts is limited.
 *
 * @see <a href="https://www.st.cs.uni-saarland.de/papers/tse2002/">Andreas Zeller, Ralf Hildebrandt, Simplifying and
 *     Isolating Failure-Inducing Input (2002)</a>
 */
final class Shrinker {
    private static final int MOST_TRIES = 2_000;
    private static final int MOST_OPERATIONS = 1_000_000;
    private static final int FEW = 300;

    private final Functions functions;
    private Failure shortest;
    private boolean careful;
    private int tries;
    private int operationsTried;

    private Shrinker(Functions functions, Failure failure) {
        this.functions = functions;
        this.shortest = failure;
    }

    /**
     * {@return the shortest failure found, or none if it does not fail again}
     *
     * @param functions of the allocator
     * @param failure the first one
     */
    static Optional<Failure> shrink(Functions functions, Failure failure) {
        Shrinker shrinker = new Shrinker(functions, failure);
        if (!shrinker.tryOut(failure.operations())) {
            return Optional.empty();
        }
        if (shrinker.shortest.operations().size() > FEW) {
            shrinker.leaveOut();
        }
        return shrinker.beCareful() ? Optional.of(shrinker.shortest) : Optional.empty();
    }

    /** The defect that occurs now is the one that counts. */
    private boolean beCareful() {
        careful = true;
        Optional<Failure> closer = tried(shortest.operations());
        if (closer.isEmpty()) {
            return false;
        }
        shortest = closer.get();
        int before;
        do {
            before = shortest.operations().size();
            leaveOut();
            simplify();
        } while (shortest.operations().size() < before);
        return true;
    }

    private void leaveOut() {
        for (int count = (shortest.operations().size() + 1) / 2; count > 0; count /= 2) {
            for (int end = shortest.operations().size();
                    end > 0;
                    end = Math.min(end - count, shortest.operations().size())) {
                List<Operation> fewer = new ArrayList<>(shortest.operations());
                fewer.subList(Math.max(0, end - count), end).clear();
                tryOut(fewer);
            }
        }
    }

    private void simplify() {
        for (int i = 0; i < shortest.operations().size(); i++) {
            int index = i;
            while (index < shortest.operations().size()
                    && shortest.operations().get(index).simpler().anyMatch(simpler -> tryOut(with(index, simpler)))) {
                // Once more: there may be an even simpler one.
            }
        }
    }

    private List<Operation> with(int index, Operation operation) {
        List<Operation> operations = new ArrayList<>(shortest.operations());
        operations.set(index, operation);
        return operations;
    }

    private boolean tryOut(List<Operation> operations) {
        if (tries > MOST_TRIES || operationsTried > MOST_OPERATIONS) {
            return false;
        }
        Optional<Failure> failure = tried(operations)
                .filter(found ->
                        found.defect().headline().equals(shortest.defect().headline()));
        failure.ifPresent(found -> shortest = found);
        return failure.isPresent();
    }

    private Optional<Failure> tried(List<Operation> operations) {
        tries++;
        operationsTried += operations.size();
        return Run.of(functions.anew(), operations, careful, tries);
    }
}
