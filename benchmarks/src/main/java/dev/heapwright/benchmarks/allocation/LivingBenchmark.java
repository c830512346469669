package dev.heapwright.benchmarks.allocation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Blocks that live for a while. The time is for one block, including its allocation and its free. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LivingBenchmark {
    static final int BLOCKS = 1000;
    private static final int SIZE = 64;
    private static final int ENTRIES = 10_000;

    private static final int REPLACED = 1000;

    private final Subject.Slots slots = Subject.MEASURED.slots(BLOCKS);
    private final Subject.Slots entries = Subject.MEASURED.slots(ENTRIES);
    private final Replacements replacements = new Replacements(ENTRIES);

    /** A thousand blocks are allocated, then freed in the same order. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public void batch() {
        slots.allocate(0, BLOCKS, SIZE);
        slots.free(0, BLOCKS, SIZE);
    }

    /** Random entries of a cache are replaced by blocks of 16 to 527 bytes. */
    @Benchmark
    @OperationsPerInvocation(REPLACED)
    public void cache() {
        entries.replace(replacements, REPLACED);
    }

    /** A block grows from 16 bytes to 1 MiB by doubling. The time is for the whole. */
    @Benchmark
    public long growth() {
        return Subject.MEASURED.grow(16, 1 << 20);
    }
}
