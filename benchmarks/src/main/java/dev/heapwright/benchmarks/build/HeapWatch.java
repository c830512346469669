package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Samples the live heap of a build from time to time, when a module begins according to its log. */
final class HeapWatch implements AutoCloseable {
    private static final Pattern MODULE = Pattern.compile(".*\\[INFO\\] Building .* \\[(\\d+)/(\\d+)\\].*");
    /** The number of samples in a build, and in the last tenth of it. */
    private static final int SAMPLES = 10;

    private final Process process;
    private final List<Double> seen = new ArrayList<>();
    private final List<Double> seenLast = new ArrayList<>();
    private @Nullable LiveHeap heap;

    /**
     * The live heap, in MB.
     *
     * @param peak the maximum, including what a compiler was using at that moment
     * @param retained the minimum in the last tenth of the modules: what the build has accumulated
     */
    record Live(double peak, double retained) {}

    /**
     * Starts watching.
     *
     * @param process Maven
     */
    HeapWatch(Process process) {
        this.process = process;
    }

    /**
     * Takes a sample, if it is time to.
     *
     * @param line of the log of a build of {@value #SAMPLES} modules or more
     * @throws IOException if the build's JVM cannot be inspected
     */
    void read(String line) throws IOException {
        Matcher module = MODULE.matcher(line);
        if (!module.matches()) {
            return;
        }
        int number = Integer.parseInt(module.group(1));
        int modules = Integer.parseInt(module.group(2));
        boolean isLast = number > modules - modules / SAMPLES;
        int step = modules / SAMPLES;
        if (number % (isLast ? Math.max(1, step / SAMPLES) : step) == 0) {
            LiveHeap live = heap == null ? LiveHeap.of(process) : heap;
            heap = live;
            live.look().ifPresent(megabytes -> (isLast ? seenLast : seen).add(megabytes));
        }
    }

    /** {@return the result} */
    Live live() {
        double retained = Collections.min(seenLast);
        return new Live(Math.max(Collections.max(seen), Collections.max(seenLast)), retained);
    }

    @Override
    public void close() {
        if (heap != null) {
            heap.close();
        }
    }
}
