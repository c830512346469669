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

    private final Subject.Slots slots = Subject.MEASURED.slots(BLOCKS);
    private final Subject.Slots entries = Subject.MEASURED.slots(ENTRIES);
    private final int[] sizes = new int[ENTRIES];
    private long random = 88172645463325252L;

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

    /** A random entry of a cache is replaced by a block of 16 to 527 bytes. */
    @Benchmark
    public void cache() {
        // Marsaglia's xorshift, as in the loop in C.
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        int entry = (int) ((random >>> 20 & 0xfffffff) % ENTRIES);
        if (sizes[entry] != 0) {
            entries.free(entry, sizes[entry]);
        }
        sizes[entry] = 16 + (int) (random & 511);
        entries.allocate(entry, sizes[entry]);
    }

    /** A block grows from 16 bytes to 1 MiB by doubling. The time is for the whole. */
    @Benchmark
    public long growth() {
        return Subject.MEASURED.grow(16, 1 << 20);
    }
}
