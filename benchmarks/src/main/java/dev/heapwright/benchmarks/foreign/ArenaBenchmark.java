package dev.heapwright.benchmarks.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An arena is opened, segments are allocated in it and used, and it is closed. The time is for the whole. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArenaBenchmark {
    private static final int SEGMENTS = 100;
    private static final int SIZE = 64;

    /** Segments of one size. */
    @State(Scope.Thread)
    public static class OneSize {
        /** In bytes. */
        @Param({"16", "64", "1024", "4096"})
        public long size;
    }

    @Benchmark
    public long confined(OneSize of) {
        try (Arena arena = Arenas.ofConfined()) {
            return used(arena.allocate(of.size, 8));
        }
    }

    @Benchmark
    public long shared(OneSize of) {
        try (Arena arena = Arenas.ofShared()) {
            return used(arena.allocate(of.size, 8));
        }
    }

    /** The JIT cannot eliminate the object of a segment that escapes. */
    @Benchmark
    public MemorySegment confinedEscaping() {
        try (Arena arena = Arenas.ofConfined()) {
            return arena.allocate(SIZE, 8);
        }
    }

    @Benchmark
    public long confinedHundred() {
        try (Arena arena = Arenas.ofConfined()) {
            return hundred(arena);
        }
    }

    @Benchmark
    public long sharedHundred() {
        try (Arena arena = Arenas.ofShared()) {
            return hundred(arena);
        }
    }

    @Benchmark
    public long confinedCutHundred() {
        try (Arena arena = Arenas.ofConfined()) {
            return hundred(Arenas.cutter(arena, SEGMENTS * SIZE));
        }
    }

    @Benchmark
    public long sharedCutHundred() {
        try (Arena arena = Arenas.ofShared()) {
            return hundred(Arenas.cutter(arena, SEGMENTS * SIZE));
        }
    }

    private static long hundred(SegmentAllocator allocator) {
        long sum = 0;
        for (int i = 0; i < SEGMENTS; i++) {
            sum += used(allocator.allocate(SIZE, 8));
        }
        return sum;
    }

    private static long used(MemorySegment segment) {
        segment.set(JAVA_LONG, 0, segment.address());
        return segment.get(JAVA_LONG, 8);
    }
}
