package dev.heapwright.benchmarks;

import static dev.heapwright.benchmarks.PlainUnsafe.UNSAFE;

import dev.heapwright.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Sequential and random reads and writes of values in memory that fits into the nearest caches: {@code Memory} compared
 * with plain {@code Unsafe} and with a {@code MemorySegment}. The time is for one value.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MemoryBenchmark.COUNT)
@Warmup(iterations = 4, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 30, time = 30, timeUnit = TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class MemoryBenchmark {
    static final int COUNT = 2048;

    private final MemorySegment segment = Arena.global().allocate(8 * COUNT, 64);
    private final long address = segment.address();
    private final int[] anywhere = new Random(1).ints(COUNT, 0, COUNT).toArray();

    @Benchmark
    public long getByte_unsafe() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += UNSAFE.getByte(address + i);
        }
        return sum;
    }

    @Benchmark
    public long getByte_memory() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += Memory.getByte(address + i);
        }
        return sum;
    }

    @Benchmark
    public long getByte_segment() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += segment.get(ValueLayout.JAVA_BYTE, i);
        }
        return sum;
    }

    @Benchmark
    public long getInt_unsafe() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += UNSAFE.getInt(address + 4L * i);
        }
        return sum;
    }

    @Benchmark
    public long getInt_memory() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += Memory.getInt(address + 4L * i);
        }
        return sum;
    }

    @Benchmark
    public long getInt_segment() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += segment.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * i);
        }
        return sum;
    }

    @Benchmark
    public long getLong_unsafe() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += UNSAFE.getLong(address + 8L * i);
        }
        return sum;
    }

    @Benchmark
    public long getLong_memory() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += Memory.getLong(address + 8L * i);
        }
        return sum;
    }

    @Benchmark
    public long getLong_segment() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += segment.get(ValueLayout.JAVA_LONG_UNALIGNED, 8L * i);
        }
        return sum;
    }

    @Benchmark
    public void putByte_unsafe() {
        for (int i = 0; i < COUNT; i++) {
            UNSAFE.putByte(address + i, (byte) i);
        }
    }

    @Benchmark
    public void putByte_memory() {
        for (int i = 0; i < COUNT; i++) {
            Memory.putByte(address + i, (byte) i);
        }
    }

    @Benchmark
    public void putByte_segment() {
        for (int i = 0; i < COUNT; i++) {
            segment.set(ValueLayout.JAVA_BYTE, i, (byte) i);
        }
    }

    @Benchmark
    public void putByte_buffer() {
        ByteBuffer buffer = Memory.byteBuffer(address, COUNT);
        for (int i = 0; i < COUNT; i++) {
            buffer.put(i, (byte) i);
        }
    }

    @Benchmark
    public void putInt_unsafe() {
        for (int i = 0; i < COUNT; i++) {
            UNSAFE.putInt(address + 4L * i, i);
        }
    }

    @Benchmark
    public void putInt_memory() {
        for (int i = 0; i < COUNT; i++) {
            Memory.putInt(address + 4L * i, i);
        }
    }

    @Benchmark
    public void putInt_segment() {
        for (int i = 0; i < COUNT; i++) {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, 4L * i, i);
        }
    }

    @Benchmark
    public void putInt_buffer() {
        IntBuffer buffer = Memory.intBuffer(address, COUNT);
        for (int i = 0; i < COUNT; i++) {
            buffer.put(i, i);
        }
    }

    @Benchmark
    public void putLong_unsafe() {
        for (int i = 0; i < COUNT; i++) {
            UNSAFE.putLong(address + 8L * i, i);
        }
    }

    @Benchmark
    public void putLong_memory() {
        for (int i = 0; i < COUNT; i++) {
            Memory.putLong(address + 8L * i, i);
        }
    }

    @Benchmark
    public void putLong_segment() {
        for (int i = 0; i < COUNT; i++) {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, 8L * i, i);
        }
    }

    @Benchmark
    public void putLong_buffer() {
        LongBuffer buffer = Memory.longBuffer(address, COUNT);
        for (int i = 0; i < COUNT; i++) {
            buffer.put(i, i);
        }
    }

    @Benchmark
    public long getLongAnywhere_unsafe() {
        long sum = 0;
        for (int i : anywhere) {
            sum += UNSAFE.getLong(address + 8L * i);
        }
        return sum;
    }

    @Benchmark
    public long getLongAnywhere_memory() {
        long sum = 0;
        for (int i : anywhere) {
            sum += Memory.getLong(address + 8L * i);
        }
        return sum;
    }

    @Benchmark
    public long getLongAnywhere_segment() {
        long sum = 0;
        for (int i : anywhere) {
            sum += segment.get(ValueLayout.JAVA_LONG_UNALIGNED, 8L * i);
        }
        return sum;
    }

    @Benchmark
    public void putLongAnywhere_unsafe() {
        for (int i : anywhere) {
            UNSAFE.putLong(address + 8L * i, i);
        }
    }

    @Benchmark
    public void putLongAnywhere_memory() {
        for (int i : anywhere) {
            Memory.putLong(address + 8L * i, i);
        }
    }

    @Benchmark
    public void putLongAnywhere_segment() {
        for (int i : anywhere) {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, 8L * i, i);
        }
    }
}
