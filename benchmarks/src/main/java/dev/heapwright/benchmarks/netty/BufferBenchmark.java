package dev.heapwright.benchmarks.netty;

import dev.heapwright.benchmarks.allocation.MixedSizes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A direct buffer is allocated and released immediately. The time is for both. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BufferBenchmark {
    /** One allocator for all threads, as in a server. */
    @State(Scope.Benchmark)
    public static class Measured {
        private final ByteBufAllocator allocator = Allocators.measured();
    }

    /** Buffers of one size. */
    @State(Scope.Thread)
    public static class OneSize {
        /** In bytes. */
        @Param({"64", "1024", "16384", "65536"})
        public int size;
    }

    /** Buffers of all sizes up to 16 KiB. */
    @State(Scope.Thread)
    public static class Mix {
        private final long[] sizes = MixedSizes.of(1024);
        private int next;

        int size() {
            return (int) sizes[next++ & (sizes.length - 1)];
        }
    }

    @Benchmark
    public boolean pair(Measured measured, OneSize of) {
        return measured.allocator.directBuffer(of.size).release();
    }

    @Benchmark
    public boolean mix(Measured measured, Mix of) {
        return measured.allocator.directBuffer(of.size()).release();
    }

    /** A buffer grows from 64 bytes to 1 MiB by doubling. The time is for the whole. */
    @Benchmark
    public boolean growth(Measured measured) {
        ByteBuf buffer = measured.allocator.directBuffer(64);
        while (buffer.capacity() < 1 << 20) {
            buffer.capacity(buffer.capacity() * 2);
        }
        return buffer.release();
    }
}
