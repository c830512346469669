package dev.heapwright.benchmarks.allocation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The time from {@code main} until the first allocation in a new JVM, in ms. */
public final class ColdStart {
    private static final int RUNS = 20;

    private ColdStart() {}

    /** The program that is started. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        long block = Subject.MEASURED.pair(64);
        long end = System.nanoTime();
        System.out.println(block == 0 ? "failed" : Double.toString((end - start) / 1e6));
    }

    /** Adds the median of many starts, after an initial one that does the work that is needed only once per machine. */
    static void measure(Subjects subject, Measurements to) throws IOException, InterruptedException {
        SubjectJvm jvm = new SubjectJvm(subject);
        jvm.run(List.of(), ColdStart.class);
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = Double.parseDouble(
                    jvm.run(List.of(), ColdStart.class).lines().reduce("", (first, last) -> last));
        }
        Arrays.sort(times);
        to.add(subject.title(), "cold start, ms", times[RUNS / 2]);
    }
}
