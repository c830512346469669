package dev.heapwright.benchmarks.allocation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One thread allocates blocks, another frees them, with a ring of batches between them. The time is for one block, as
 * seen by the allocating thread, which waits when the ring is full.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOverBenchmark {
    static final int BATCH = 100;
    private static final int BATCHES = 16;
    private static final int SIZE = 64;

    private final Subject.Slots slots = Subject.MEASURED.slots(BATCH * BATCHES);
    private final AtomicInteger produced = new AtomicInteger();
    private final AtomicInteger consumed = new AtomicInteger();
    private final Thread consumer = Thread.ofPlatform().daemon().start(this::consume);
    private volatile boolean done;

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void handOver() {
        int batch = produced.getPlain();
        while (batch - consumed.getAcquire() == BATCHES) {
            Thread.onSpinWait();
        }
        int first = (batch & (BATCHES - 1)) * BATCH;
        slots.allocate(first, first + BATCH, SIZE);
        produced.setRelease(batch + 1);
    }

    private void consume() {
        int batch = 0;
        while (true) {
            while (batch == produced.getAcquire()) {
                if (done) {
                    return;
                }
                Thread.onSpinWait();
            }
            int first = (batch & (BATCHES - 1)) * BATCH;
            slots.free(first, first + BATCH, SIZE);
            consumed.setRelease(++batch);
        }
    }

    /** Stops the other thread. */
    @TearDown
    public void end() throws InterruptedException {
        done = true;
        consumer.join();
    }
}
