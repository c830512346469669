package dev.heapwright.benchmarks.allocation;

import com.example.region.Region;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * A program that prints what operations of its subject cost, in nanoseconds of processor time: unlike the time of a
 * clock, that is hardly more on a machine that has other things to do.
 */
final class CpuTimes {
    private static final int BLOCKS = 1024;
    private static final long[] SIZES = MixedSizes.of(BLOCKS);
    private static final int ROUNDS = 30;

    /** Long enough for the coarsest clock of a thread, in nanoseconds. */
    private static final long ROUND = 20_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Performs an operation {@value #BLOCKS} times. */
    private interface Operation {
        void run(Subject.Slots slots);
    }

    private CpuTimes() {}

    /** With an argument, each thousand blocks are those of a request, which has a region. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            print("pair 64", slots -> inARegion(() -> pairs(slots)));
            print("mix", slots -> inARegion(() -> mix(slots)));
            print("batch", slots -> inARegion(() -> allocate(slots)));
        } else {
            print("pair 64", CpuTimes::pairs);
            print("mix", CpuTimes::mix);
            print("batch", CpuTimes::batch);
        }
    }

    /** Instead of freeing blocks. */
    private static void inARegion(Runnable blocks) {
        try (Region request = Region.open()) {
            blocks.run();
        }
    }

    private static void pairs(Subject.Slots slots) {
        for (int i = 0; i < BLOCKS; i++) {
            Subject.MEASURED.pair(64);
        }
    }

    private static void mix(Subject.Slots slots) {
        for (long size : SIZES) {
            Subject.MEASURED.pair(size);
        }
    }

    private static void batch(Subject.Slots slots) {
        allocate(slots);
        slots.free(0, BLOCKS, 64);
    }

    private static void allocate(Subject.Slots slots) {
        slots.allocate(0, BLOCKS, 64);
    }

    /** The fastest round counts, as disturbances only make one slower. */
    private static void print(String name, Operation operation) {
        Subject.Slots slots = Subject.MEASURED.slots(BLOCKS);
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            long end = start;
            long count = 0;
            while (end - start < ROUND) {
                for (int i = 0; i < 16; i++) {
                    operation.run(slots);
                }
                count += 16L * BLOCKS;
                end = THREADS.getCurrentThreadCpuTime();
            }
            fastest = Math.min(fastest, (double) (end - start) / count);
        }
        System.out.println(String.format(Locale.ROOT, "%s=%.3f", name, fastest));
    }
}
