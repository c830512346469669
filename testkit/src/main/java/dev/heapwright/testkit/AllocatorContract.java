package dev.heapwright.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.heapwright.testkit.block.ClassFunctions;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The contract of an {@link dev.heapwright.annotations.Allocator} as JUnit tests, one for each clause. A test class
 * returns it from a test factory:
 *
 * <pre>{@code
 * @TestFactory
 * Iterable<DynamicNode> keepsTheContract() {
 *     return AllocatorContract.of(PoolAllocator.class);
 * }
 * }</pre>
 *
 * <p>Immutable: each option returns a new contract. Random behaviour is determined by the seed alone, except for thread
 * scheduling; a failure prints how to replay it with the system properties {@value #OPERATIONS_PROPERTY} and {@value
 * #SEED_PROPERTY}, which override the options.
 *
 * <p>An allocator that hangs fails too, with the stacks of the threads that are in its functions; these threads are
 * left running, as daemons.
 *
 * <p>No byte is written before it is certain that it belongs to no other live block, and after a test has failed the
 * others are skipped, so most defects do no harm; but an allocator that returns memory that is not its own can crash
 * the JVM.
 */
public final class AllocatorContract implements Iterable<DynamicNode> {
    /** The system property that sets the number of operations. */
    public static final String OPERATIONS_PROPERTY = "heapwright.testkit.operations";

    /** The system property that sets the seed. */
    public static final String SEED_PROPERTY = "heapwright.testkit.seed";

    /** The system property that, if {@code true}, has the effect of {@link #thorough()}. */
    public static final String THOROUGH_PROPERTY = "heapwright.testkit.thorough";

    private final Supplier<Functions> functions;
    private final Options options;

    private AllocatorContract(Supplier<Functions> functions, Options options) {
        this.functions = functions;
        this.options = options;
    }

    /**
     * {@return the contract of an allocator, with 100,000 random operations}
     *
     * @param allocator its class; if a function is missing, there is a single test that fails and says so
     */
    public static AllocatorContract of(Class<?> allocator) {
        return new AllocatorContract(() -> ClassFunctions.of(allocator), Options.DEFAULT);
    }

    static AllocatorContract of(Functions functions) {
        return new AllocatorContract(() -> functions, Options.DEFAULT);
    }

    /**
     * {@return this contract with a number of operations}
     *
     * @param operations how many random operations one thread performs, and as many by several, 1 or more; a million
     *     take a few seconds. The default is 100,000
     * @throws IllegalArgumentException if it is less than 1
     */
    public AllocatorContract operations(long operations) {
        return with(options.withOperations(atLeast(1, operations, "operations")));
    }

    /**
     * {@return this contract with a number of threads}
     *
     * @param threads how many use the allocator at the same time, 2 or more. The default is 4
     * @throws IllegalArgumentException if it is less than 2
     */
    public AllocatorContract threads(int threads) {
        return with(options.withThreads((int) atLeast(2, threads, "threads")));
    }

    /**
     * {@return this contract with a seed}
     *
     * @param seed of the random operations, any number. The default is 1, so that every build does the same
     */
    public AllocatorContract seed(long seed) {
        return with(options.withSeed(seed));
    }

    /**
     * {@return this contract for an allocator that does not provide larger blocks}
     *
     * @param bytes of the largest block that it is expected to provide, 1 or more. The default is 4 MiB
     * @throws IllegalArgumentException if it is less than 1
     */
    public AllocatorContract maximumSize(long bytes) {
        return with(options.withMaximumSize(atLeast(1, bytes, "maximumSize")));
    }

    /**
     * {@return this contract for an allocator whose memory is limited, with one more clause: that it can be exhausted}
     *
     * @param bytes that the allocator has in total, 64 KiB or more. A quarter of them is used, except in the clause
     *     about exhaustion; blocks that take more than that are omitted
     * @throws IllegalArgumentException if it is less than 65,536
     */
    public AllocatorContract limit(long bytes) {
        return with(options.withLimit(atLeast(1 << 16, bytes, "limit")));
    }

    /**
     * {@return this contract with a time limit for hanging}
     *
     * @param patience how long no call at all may return before the allocator is considered to hang, 1 ms or more. The
     *     default is 30 s
     * @throws IllegalArgumentException if it is shorter
     */
    public AllocatorContract patience(Duration patience) {
        atLeast(1, patience.toMillis(), "patience");
        return with(options.withPatience(patience));
    }

    /**
     * {@return this contract with ten times as many repetitions of everything, including the operations; it takes up to
     * a minute instead of a few seconds}
     */
    public AllocatorContract thorough() {
        return with(options.inDepth());
    }

    /** {@return the tests, in the order of the contract, the long ones last} */
    public Stream<DynamicNode> stream() {
        Options depth = Boolean.getBoolean(THOROUGH_PROPERTY) ? options.inDepth() : options;
        long operations = Options.property(OPERATIONS_PROPERTY, depth.operations());
        Options effective = depth.withOperations(atLeast(1, operations, OPERATIONS_PROPERTY))
                .withSeed(Options.property(SEED_PROPERTY, options.seed()));
        Functions allocator;
        try {
            allocator = functions.get();
        } catch (Defect notAnAllocator) {
            return Stream.of(DynamicTest.dynamicTest("the class is an allocator", () -> {
                throw notAnAllocator;
            }));
        }
        AtomicBoolean broken = new AtomicBoolean();
        return Stream.of(
                        SizeClauses.of(allocator, effective),
                        ReallocationClauses.of(effective),
                        InplaceClauses.of(effective),
                        RefusalClauses.of(allocator, effective),
                        ExtremeClauses.of(effective),
                        ReuseClauses.of(effective),
                        ThreadClauses.of(effective),
                        RandomClauses.of(effective),
                        CrowdClauses.of(effective),
                        RaceClauses.of(effective),
                        ExhaustionClauses.of(effective))
                .flatMap(List::stream)
                .map(clause -> DynamicTest.dynamicTest(
                        clause.name(), () -> check(clause, allocator, effective.patience(), broken)));
    }

    @Override
    public Iterator<DynamicNode> iterator() {
        return stream().iterator();
    }

    /** An allocator that is known to be broken may crash the JVM, and the report of what is wrong would be lost. */
    private static void check(Clause clause, Functions allocator, Duration patience, AtomicBoolean broken) {
        if (broken.get()) {
            abort("not run: an earlier test found a defect, after which no memory is safe");
        }
        try {
            clause.check(allocator, patience);
        } catch (Defect defect) {
            broken.set(true);
            throw defect;
        }
    }

    private AllocatorContract with(Options newOptions) {
        return new AllocatorContract(functions, newOptions);
    }

    private static long atLeast(long minimum, long value, String option) {
        if (value < minimum) {
            throw new IllegalArgumentException(option + " is less than " + minimum + ": " + value);
        }
        return value;
    }
}
