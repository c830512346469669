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

/** A vector is built and freed. The time is for all of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VectorBenchmark {
    private static final byte[] TEXT = "a dozen byte".getBytes(StandardCharsets.US_ASCII);

    /** How many rows. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int size;

    private final BufferAllocator root = Managers.measured();

    /** Nothing is put into it: what remains is Arrow's bookkeeping and the manager. */
    @Benchmark
    public int unfilled() {
        try (IntVector vector = new IntVector("numbers", root)) {
            vector.allocateNew(size);
            return vector.getValueCapacity();
        }
    }

    /** The size is known beforehand: two buffers are allocated, in one block. */
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

    /** The size is not known: buffers are doubled as rows come. */
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

    /** It has back all that it lent out, or fails. */
    @TearDown
    public void close() {
        root.close();
    }
}
