package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * The memory of a program that uses the heap like a cache. Its threads fill a cache, then replace random entries with
 * others of different sizes, which may be freed by a thread other than the one that allocated them, then drop most
 * entries, and then do little. After each step, it prints how much memory is live, and by how much the process has
 * grown since the start.
 */
public final class ResidentSet {
    static final int STEPS = 60;

    private static final int THREADS = 4;
    private static final int ENTRIES = 40_000;
    private static final int REPLACED_PER_STEP = 20_000;
    private static final long ALIGNMENT = 8;

    private final long[] addresses = new long[ENTRIES];
    private final int[] sizes = new int[ENTRIES];
    private final SplittableRandom[] randoms = new SplittableRandom[THREADS];

    private ResidentSet() {}

    /** One sample, in MiB. */
    record Sample(double live, double resident) {}

    /** The program that is started. */
    public static void main(String[] arguments) throws Exception {
        new ResidentSet().run();
    }

    /** {@return the samples of a JVM with this subject} */
    static List<Sample> measure(Subjects subject) throws IOException, InterruptedException {
        // A Java heap of fixed size, touched at the start, so that only native memory grows.
        String output = new SubjectJvm(subject)
                .run(List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"), ResidentSet.class);
        List<Sample> samples = new ArrayList<>();
        for (String line : output.lines().toList()) {
            String[] words = line.split(" ");
            samples.add(new Sample(Double.parseDouble(words[0]), Double.parseDouble(words[1])));
        }
        return samples;
    }

    private void run() throws Exception {
        for (int i = 0; i < THREADS; i++) {
            randoms[i] = new SplittableRandom(i);
        }
        Heap.deallocate(Heap.allocate(64, ALIGNMENT), 64, ALIGNMENT);
        long before = resident();
        CyclicBarrier barrier = new CyclicBarrier(THREADS + 1);
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            Thread.ofPlatform().daemon().start(() -> steps(thread, barrier));
        }
        for (int step = 0; step < STEPS; step++) {
            barrier.await();
            barrier.await();
            long live = 0;
            for (int i = 0; i < ENTRIES; i++) {
                live += addresses[i] == 0 ? 0 : sizes[i];
            }
            System.out.printf("%.1f %.1f%n", live / 1048576.0, (resident() - before) / 1048576.0);
        }
    }

    private void steps(int thread, CyclicBarrier barrier) {
        try {
            for (int step = 0; step < STEPS; step++) {
                barrier.await();
                step(thread, step);
                barrier.await();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In each step, each thread has another quarter of the entries, so that blocks are freed by other threads. */
    private void step(int thread, int step) {
        SplittableRandom random = randoms[thread];
        int quarter = ENTRIES / THREADS;
        int first = (thread + step) % THREADS * quarter;
        if (step == STEPS * 2 / 3) {
            for (int i = 0; i < quarter; i++) {
                if (random.nextInt(10) != 0) {
                    free(first + i);
                }
            }
        } else if (step > STEPS * 2 / 3) {
            for (int i = 0; i < 100; i++) {
                long address = Heap.allocate(256, ALIGNMENT);
                Heap.deallocate(address, 256, ALIGNMENT);
            }
            pause();
        } else {
            // Sizes drift, like the contents of a real cache: new blocks do not fit into the holes left by earlier
            // ones.
            int typical = 256 << (step / 10);
            for (int i = 0; i < REPLACED_PER_STEP / THREADS; i++) {
                int entry = first + random.nextInt(quarter);
                free(entry);
                int size = typical + random.nextInt(4 * typical);
                addresses[entry] = Heap.allocate(size, ALIGNMENT);
                sizes[entry] = size;
                Memory.fill(addresses[entry], size, (byte) 1);
            }
        }
    }

    private void free(int entry) {
        if (addresses[entry] != 0) {
            Heap.deallocate(addresses[entry], sizes[entry], ALIGNMENT);
            addresses[entry] = 0;
        }
    }

    /** Time for an allocator to return memory to the operating system after a delay. */
    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long resident() throws IOException {
        String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
        return Long.parseLong(pages) * 4096;
    }
}
