package dev.heapwright.benchmarks.arrow;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A vector is built and freed. The time is for the whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VectorBenchmark {
    private static final byte[] TEXT = "a dozen byte".getBytes(StandardCharsets.US_ASCII);

    /** The number of rows. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int size;

    private final BufferAllocator root = Managers.measured();

    /** Without content: only Arrow's bookkeeping and the manager remain. */
    @Benchmark
    public int unfilled() {
        try (IntVector vector = new IntVector("numbers", root)) {
            vector.allocateNew(size);
            return vector.getValueCapacity();
        }
    }

    /** The size is known in advance: two buffers are allocated, in one block. */
    @Benchmark
    public int numbers() {
        try (IntVector vector = new IntVector("numbers", root)) {
            vector.allocateNew(size);
            for (int i = 0; i < size; i++) {
                vector.set(i, i);
            }
            vector.setValueCount(size);
            return vector.get(size - 1);
        }
    }

    /** The size is unknown: buffers are doubled as rows are added. */
    @Benchmark
    public int growingTexts() {
        try (VarCharVector vector = new VarCharVector("texts", root)) {
            for (int i = 0; i < size; i++) {
                vector.setSafe(i, TEXT);
            }
            vector.setValueCount(size);
            return vector.getValueLength(size - 1);
        }
    }

    /** It fails if any memory was not released. */
    @TearDown
    public void close() {
        root.close();
    }
}
