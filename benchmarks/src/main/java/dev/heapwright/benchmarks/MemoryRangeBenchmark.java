package dev.heapwright.benchmarks;

import static dev.heapwright.benchmarks.PlainUnsafe.UNSAFE;

import dev.heapwright.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Copying, filling and comparing short and long ranges: {@code Memory} compared with plain {@code Unsafe} and with
 * {@code MemorySegment}. {@code Unsafe} has no comparison, so a loop over words is used. The compared ranges are equal,
 * so that they are read completely.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 30, time = 30, timeUnit = TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class MemoryRangeBenchmark {
    @Param({"32", "16384"})
    int bytes;

    private MemorySegment segment;
    private MemorySegment other;
    private long address;
    private long otherAddress;

    @Setup
    public void allocate() {
        segment = Arena.global().allocate(bytes, 64);
        other = Arena.global().allocate(bytes, 64);
        address = segment.address();
        otherAddress = other.address();
    }

    @Benchmark
    public void copy_unsafe() {
        UNSAFE.copyMemory(address, otherAddress, bytes);
    }

    @Benchmark
    public void copy_memory() {
        Memory.copy(address, otherAddress, bytes);
    }

    @Benchmark
    public void copy_segment() {
        MemorySegment.copy(segment, 0, other, 0, bytes);
    }

    @Benchmark
    public void fill_unsafe() {
        UNSAFE.setMemory(address, bytes, (byte) 0);
    }

    @Benchmark
    public void fill_memory() {
        Memory.fill(address, bytes, (byte) 0);
    }

    @Benchmark
    public void fill_segment() {
        segment.fill((byte) 0);
    }

    @Benchmark
    public long mismatch_unsafe() {
        for (long i = 0; i < bytes; i += Long.BYTES) {
            if (UNSAFE.getLong(address + i) != UNSAFE.getLong(otherAddress + i)) {
                return i;
            }
        }
        return -1;
    }

    @Benchmark
    public long mismatch_memory() {
        return Memory.mismatch(address, otherAddress, bytes);
    }

    @Benchmark
    public long mismatch_segment() {
        return segment.mismatch(other);
    }
}
