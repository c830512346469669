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

    private final Subject.Slots slots = Subject.MEASURED.slots(BLOCKS);

    /** A thousand blocks are allocated, then freed in the same order. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public void batch() {
        for (int slot = 0; slot < BLOCKS; slot++) {
            slots.allocate(slot, SIZE);
        }
        for (int slot = 0; slot < BLOCKS; slot++) {
            slots.free(slot, SIZE);
        }
    }

    /** A block grows from 16 bytes to 1 MiB by doubling. The time is for the whole. */
    @Benchmark
    public long growth() {
        return Subject.MEASURED.grow(16, 1 << 20);
    }
}
