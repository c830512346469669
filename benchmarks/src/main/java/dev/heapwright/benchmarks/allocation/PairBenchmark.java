package dev.heapwright.benchmarks.allocation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A block is allocated and freed immediately. The time is for both. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PairBenchmark {
    private static final int MIXED = 1024;

    /** Blocks of one size. */
    @State(Scope.Thread)
    public static class OneSize {
        /** In bytes. */
        @Param({"16", "64", "1024", "4096", "65536"})
        public long size;
    }

    /** Blocks of all sizes. */
    @State(Scope.Thread)
    public static class Mix {
        private final long[] sizes = MixedSizes.of(MIXED);
    }

    @Benchmark
    public long pair(OneSize of) {
        return Subject.MEASURED.pair(of.size);
    }

    /** A size that the JIT knows, as in most programs. */
    @Benchmark
    public long constant() {
        return Subject.MEASURED.pair(64);
    }

    /** As in C, a call is for many blocks, so that it is them that is measured. */
    @Benchmark
    @OperationsPerInvocation(MIXED)
    public long mix(Mix of) {
        long blocks = 0;
        for (long size : of.sizes) {
            blocks += Subject.MEASURED.pair(size);
        }
        return blocks;
    }
}
