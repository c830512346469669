package dev.heapwright.benchmarks.allocation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A block is allocated and freed immediately. The time is for both. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PairBenchmark {
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
        private final long[] sizes = MixedSizes.of(1024);
        private int next;

        long size() {
            return sizes[next++ & (sizes.length - 1)];
        }
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

    @Benchmark
    public long mix(Mix of) {
        return Subject.MEASURED.pair(of.size());
    }
}
